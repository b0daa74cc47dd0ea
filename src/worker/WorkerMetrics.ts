import { Counter, type Registry } from "prom-client";
import type { Chunk } from "../domain/batch/expand/expandChunk.js";

/** The numbers of what a process expands, and of what it keeps house of. */
export class WorkerMetrics {
  readonly #recipes: Counter<"outcome">;
  readonly #turns: Counter<"outcome">;
  readonly #ended: Counter<"reason">;
  readonly #takeovers: Counter;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#recipes = new Counter({
      name: "batch_gateway_expanded_recipes_total",
      help: "Recipes that batches were expanded by: made, or failed because they can't be re-processed",
      labelNames: ["outcome"],
      registers,
    });
    this.#turns = new Counter({
      name: "batch_gateway_expansion_turns_total",
      help: "Turns at batches: done, failed for a reason of the batch's own, or put off because the database could not do its work",
      labelNames: ["outcome"],
      registers,
    });
    this.#ended = new Counter({
      name: "batch_gateway_overdue_executions_total",
      help: "Executions that were ended because their worker was lost, or because they timed out",
      labelNames: ["reason"],
      registers,
    });
    this.#takeovers = new Counter({
      name: "batch_gateway_takeovers_total",
      help: "Workers of the queue that were gone or hung, whose messages were given back",
      registers,
    });
    for (const outcome of ["made", "failed"]) this.#recipes.inc({ outcome }, 0);
    for (const outcome of ["done", "failed", "put_off"]) this.#turns.inc({ outcome }, 0);
    for (const reason of ["lost", "timed_out"]) this.#ended.inc({ reason }, 0);
  }

  countChunk({ made, failed }: Chunk): void {
    this.#recipes.inc({ outcome: "made" }, made);
    this.#recipes.inc({ outcome: "failed" }, failed);
  }

  countTurn(outcome: "done" | "failed" | "put_off"): void {
    this.#turns.inc({ outcome });
  }

  countSweep({ takeovers, lost, timedOut }: { takeovers: number; lost: number; timedOut: number }): void {
    this.#takeovers.inc(takeovers);
    this.#ended.inc({ reason: "lost" }, lost);
    this.#ended.inc({ reason: "timed_out" }, timedOut);
  }
}
