import { Agent, request as send } from "node:http";
import { median } from "./statistics.js";
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
/** How long one request takes over a connection that is open, in milliseconds. @throws where the answer is not 200 */
export function timeRequest(server, { method, path, headers, body }) {
    return new Promise((resolve, reject) => {
        const start = performance.now();
        const outgoing = send(`${server.url}${path}`, { method, agent, ...(headers && { headers }) }, (response) => {
            response.resume();
            response.once("end", () => {
                if (response.statusCode === 200)
                    resolve(performance.now() - start);
                else
                    reject(new Error(`${method} ${path} was answered with ${response.statusCode}`));
            });
        });
        outgoing.once("error", reject);
        outgoing.end(body);
    });
}
/** At least so often, however slow they are: the first few warm the connections' prepared statements up. */
const fewest = 8;
/** Times some requests in turns, so that what disturbs one disturbs all. @returns the median of each, in milliseconds */
export async function timeCases(cases, times, mostSeconds) {
    const measured = cases.map(() => []);
    const end = performance.now() + mostSeconds * 1000;
    for (let i = 0; i < times && (i < fewest || performance.now() < end); i++) {
        for (const [k, { server, request }] of cases.entries())
            measured[k]?.push(await timeRequest(server, request));
    }
    return measured.map((one) => median(one.slice(Math.min(3, one.length - 1))));
}
