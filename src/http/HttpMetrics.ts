import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Counter, Histogram, type Registry } from "prom-client";
import type { WorkCounts } from "../domain/execution/WorkCounts.js";
import type { ExecutionCounts } from "../graphql/execution/executor.js";
import { numbersIn } from "../monitoring/numbersIn.js";
import type { Observation } from "./Observation.js";
import type { OpenStreams } from "./OpenStreams.js";
import type { Places } from "./Places.js";
import { graphqlPath } from "./webSocketHandshakes.js";

declare module "fastify" {
  interface FastifyRequest {
    /** What is told of its GraphQL operation; null where it has none. */
    observation: Observation | null;
  }
}

/** Where requests come in: `other` is health, pages and paths that there are not. */
type Door = "graphql" | "rest" | "other";

/** What the doors count themselves. */
interface WatchedParts {
  readonly places: Places;
  readonly streams: OpenStreams;
  readonly counts: ExecutionCounts;
  readonly work: WorkCounts;
}

/** Seconds. A batch by id takes less than 2 ms, a page of a list some 10, and a request 30 s at most unless it is set. Claims wait for jobs. */
const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The numbers of what a process does by HTTP. To count a request takes half a microsecond. */
export class HttpMetrics {
  readonly #requests: Counter<"door" | "operation" | "code">;
  readonly #durations: Histogram<"door" | "operation">;

  constructor(private readonly registry: Registry) {
    const registers = [registry];
    this.#requests = new Counter({
      name: "batch_gateway_requests_total",
      help: "Requests and operations over WebSockets, by root field or REST operation; the code is a status, or by GraphQL OK or an error's code",
      labelNames: ["door", "operation", "code"],
      registers,
    });
    this.#durations = new Histogram({
      name: "batch_gateway_request_duration_seconds",
      help: "From a request until its answer is sent, the time in which a claim waits for jobs included",
      labelNames: ["door", "operation"],
      buckets,
      registers,
    });
  }

  /** Counts each request when it has been answered. */
  watch(app: FastifyInstance): void {
    app.decorateRequest("observation", null);
    app.addHook("onResponse", (request, reply, done) => {
      this.#countAnswer(request, reply);
      done();
    });
  }

  #countAnswer(request: FastifyRequest, reply: FastifyReply): void {
    const { observation } = request;
    const seconds = reply.elapsedTime / 1000;
    const status = String(reply.statusCode);
    if (observation) {
      if (observation.code === "OK" && reply.statusCode >= 400) observation.code = status;
      this.count(observation, seconds);
      return;
    }
    const { schema, url } = request.routeOptions;
    const { operationId } = (schema ?? {}) as { operationId?: string };
    const door = operationId ? "rest" : url === graphqlPath ? "graphql" : "other";
    this.#note(door, operationId ?? "other", status, seconds);
  }

  /** Counts a GraphQL operation, once. A subscription has no duration. */
  count(observation: Observation, seconds = (performance.now() - observation.start) / 1000): void {
    if (observation.isCounted) return;
    observation.isCounted = true;
    this.#note("graphql", observation.field, observation.code, observation.isSubscription ? null : seconds);
  }

  #note(door: Door, operation: string, code: string, seconds: number | null): void {
    this.#requests.inc({ door, operation, code });
    if (seconds !== null) this.#durations.observe({ door, operation }, seconds);
  }

  /** Tells how busy the process is, and how it has executed queries. */
  watchWork({ places, streams, counts, work }: WatchedParts): void {
    const { counter, gauge } = numbersIn(this.registry);
    gauge("requests_in_hand", "Requests and operations that are being worked on", null, () => places.taken);
    gauge("requests_waiting", "Requests and operations that wait for a place", null, () => places.waiting);
    gauge("open_streams", "WebSockets and event streams that are open", null, () => streams.size);
    counter("claimed_jobs_total", "Jobs that were handed out to workers", null, () => work.claimed);
    const reports = "What workers have reported of jobs, by kind; refused: the execution was no longer theirs";
    counter("job_reports_total", reports, "kind", () => ({ ...work.reported, refused: work.refused }));
    const executed = "Queries and mutations that the gateway's own executor has answered; known: those whose documents went past Apollo";
    counter("executed_queries_total", executed, "document", () => ({ known: counts.known, new: counts.answered - counts.known }));
    const left = "Operations that were left to graphql-js, by reason; FAULT: the executor has failed";
    counter("executor_fallbacks_total", left, "reason", () => counts.left);
  }
}
