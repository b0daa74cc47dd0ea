import { setTimeout as sleep } from "node:timers/promises";
import { createClient, NetworkError, type RequestParams } from "graphql-sse";
import { type Endpoint, toProblem } from "../../gateway/askGateway.js";
import { Refusal, reasonOf, Unreachable } from "../../gateway/gatewayErrors.js";
import { authorization } from "../../gateway/token.js";
import { isOver, type Progress } from "../batchStatus.js";
import { progressDocument } from "./documents.js";

export interface FollowOptions {
  /** How long to try to get back to a gateway that went away. */
  readonly patienceSeconds: number;
  /** Whether to follow the making of the batch's recipes and jobs alone, not their work. */
  readonly creationOnly: boolean;
  /** Ends the following. */
  readonly signal: AbortSignal;
  /** The gateway went away, and is tried again. */
  onLost(reason: string): void;
}

const retryMilliseconds = 500;

/**
 * Gives a batch's progress now, then at every change until what is followed has ended, even where the gateway is started anew in between.
 * @throws {Refusal}
 * @throws {Unreachable} where patience has ended
 */
export async function* followProgress(endpoint: Endpoint, id: string, options: FollowOptions): AsyncGenerator<Progress> {
  const { patienceSeconds, creationOnly, signal, onLost } = options;
  const { url } = endpoint;
  const request = { query: progressDocument.toString(), variables: { id, withWork: !creationOnly } };
  let [last, lostSince]: [string, number | null] = ["", null];
  while (!signal.aborted) {
    // A gateway that stops completes its subscriptions. So only the progress itself tells whether it is over.
    let failure: Refusal | Unreachable = new Unreachable(url, "it closed the connection");
    try {
      for await (const progress of subscribe(endpoint, request, signal)) {
        lostSince = null;
        const state = JSON.stringify(progress);
        if (state !== last) yield progress;
        last = state;
        if (isOver(progress)) return;
      }
    } catch (error) {
      failure = error instanceof Refusal ? error : new Unreachable(url, reasonOf(error));
      if (isFinal(error)) throw failure;
    }
    if (signal.aborted) return;
    if (lostSince === null && patienceSeconds > 0) onLost(failure.message);
    lostSince ??= performance.now();
    if (performance.now() - lostSince >= patienceSeconds * 1000) throw failure;
    await sleep(retryMilliseconds, undefined, { signal }).catch(() => {});
  }
}

async function* subscribe(endpoint: Endpoint, request: RequestParams, signal: AbortSignal): AsyncGenerator<Progress> {
  const headers = { ...(await authorization(endpoint.tokenFile)) };
  const client = createClient({ url: endpoint.url, retryAttempts: 0, headers });
  const dispose = () => client.dispose();
  signal.addEventListener("abort", dispose, { once: true });
  try {
    for await (const { data, errors } of client.iterate<{ batchProgress: Progress }>(request)) {
      if (errors && errors.length > 0) throw new Refusal(errors.map(toProblem));
      if (data) yield data.batchProgress;
    }
  } finally {
    signal.removeEventListener("abort", dispose);
    dispose();
  }
}

/** Whether trying again is of no use, because the gateway has understood the request and would refuse it again. */
function isFinal(error: unknown): boolean {
  if (error instanceof Refusal) return !error.isPassing;
  if (!(error instanceof NetworkError) || !error.response) return false;
  const { status } = error.response;
  // 429: its address or its actor has asked too often, or has too many streams at the moment.
  return status < 500 && status !== 429;
}
