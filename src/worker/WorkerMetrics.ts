import type { Registry } from "prom-client";
import type { Chunk } from "../domain/batch/expand/expandChunk.js";
import { numbersIn } from "../monitoring/numbersIn.js";

/** The numbers of what a process expands, and of what it keeps house of. */
export class WorkerMetrics {
  readonly #recipes = { made: 0, failed: 0 };
  readonly #turns = { done: 0, failed: 0, put_off: 0 };
  readonly #ended = { lost: 0, timed_out: 0 };
  #takeovers = 0;

  constructor(registry: Registry) {
    const { counter } = numbersIn(registry);
    const recipes = "Recipes that batches were expanded by: made, or failed because they can't be re-processed";
    counter("expanded_recipes_total", recipes, "outcome", () => this.#recipes);
    const turns = "Turns at batches: done, failed for a reason of the batch's own, or put off because the database could not do its work";
    counter("expansion_turns_total", turns, "outcome", () => this.#turns);
    const ended = "Executions that were ended because their worker was lost, or because they timed out";
    counter("overdue_executions_total", ended, "reason", () => this.#ended);
    const takeovers = "Workers of the queue that were gone or hung, whose messages were given back";
    counter("takeovers_total", takeovers, null, () => this.#takeovers);
  }

  countChunk({ made, failed }: Chunk): void {
    this.#recipes.made += made;
    this.#recipes.failed += failed;
  }

  countTurn(outcome: "done" | "failed" | "put_off"): void {
    this.#turns[outcome]++;
  }

  countSweep({ takeovers, lost, timedOut }: { takeovers: number; lost: number; timedOut: number }): void {
    this.#takeovers += takeovers;
    this.#ended.lost += lost;
    this.#ended.timed_out += timedOut;
  }
}
