import type { Request } from "autocannon";
import { processorTime, watchPeakMemory, watchPostgres } from "../processes.js";
import type { WebServer } from "../serverProcess.js";

/** What one request took. */
export interface Price {
  readonly status: number;
  readonly body: string;
  /** Milliseconds from the request to the end of the answer. */
  readonly elapsed: number;
  /** Milliseconds of processor time, of the gateway and of PostgreSQL. */
  readonly processor: number;
  /** MiB by which the gateway grew at most meanwhile. */
  readonly memory: number;
}

/** Sends a request and says what it took. */
export async function priceOf(server: WebServer, { method, path, headers, body }: Request): Promise<Price> {
  const [before, postgresTime, peakMemory] = await Promise.all([processorTime(server.pid), watchPostgres(), watchPeakMemory(server.pid)]);
  const start = performance.now();
  const response = await fetch(`${server.url}${path}`, { method, ...(headers && { headers }), ...(body !== undefined && { body }) });
  const text = await response.text();
  const elapsed = performance.now() - start;
  const [after, ofPostgres, memory] = await Promise.all([processorTime(server.pid), postgresTime(), peakMemory()]);
  return { status: response.status, body: text, elapsed, processor: after - before + ofPostgres, memory };
}
