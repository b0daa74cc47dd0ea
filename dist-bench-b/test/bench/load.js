import autocannon, {} from "autocannon";
import { connections } from "./options.js";
import { processorTime, watchPostgres } from "./processes.js";
import { quantile } from "./statistics.js";
/**
 * Puts a server under load: every connection sends its next request when it has its answer.
 * @param requests sent in turn
 * @throws where an answer is not 2xx: a server that refuses is fast
 */
export async function load(server, requests, size) {
    const [before, postgresTime] = await Promise.all([processorTime(server.pid), watchPostgres()]);
    const times = [];
    const run = autocannon({
        url: server.url,
        requests,
        connections: size.connections ?? connections,
        timeout: 60,
        ...(size.seconds !== undefined && { duration: size.seconds }),
        ...(size.amount !== undefined && { amount: size.amount }),
    });
    run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
    const result = await run;
    const bad = result.errors + result.non2xx;
    if (bad > 0)
        throw new Error(`${bad} of ${times.length} requests to ${server.url} failed`);
    const [after, ofPostgres] = await Promise.all([processorTime(server.pid), postgresTime()]);
    const [processor, postgres] = [(after - before) / times.length, ofPostgres / times.length];
    return { rate: result["2xx"] / result.duration, p50: quantile(times, 0.5), p99: quantile(times, 0.99), processor, postgres };
}
/** Sends one request. @returns the body of the answer @throws where it is not 2xx */
export async function answer(server, { method, path, headers, body }) {
    const response = await fetch(`${server.url}${path}`, { method, ...(headers && { headers }), ...(body !== undefined && { body }) });
    const text = await response.text();
    if (!response.ok)
        throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
    return text;
}
/** A GraphQL request. */
export const graphqlRequest = (query, variables) => ({
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
});
export const get = (path) => ({ method: "GET", path });
