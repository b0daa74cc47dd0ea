import { processorTime, watchPeakMemory, watchPostgres } from "../processes.js";
/** Sends a request and says what it took. */
export async function priceOf(server, { method, path, headers, body }) {
    const [before, postgresTime, peakMemory] = await Promise.all([processorTime(server.pid), watchPostgres(), watchPeakMemory(server.pid)]);
    const start = performance.now();
    const response = await fetch(`${server.url}${path}`, { method, ...(headers && { headers }), ...(body !== undefined && { body }) });
    const text = await response.text();
    const elapsed = performance.now() - start;
    const [after, ofPostgres, memory] = await Promise.all([processorTime(server.pid), postgresTime(), peakMemory()]);
    return { status: response.status, body: text, elapsed, processor: after - before + ofPostgres, memory };
}
