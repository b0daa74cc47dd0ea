import { setTimeout as wait } from "node:timers/promises";
import { get } from "./load.js";
import { openRawConnection, requestBytes } from "./rawConnection.js";
const tickMilliseconds = 5;
/** More than are busy at any time, where refusals come quickly. */
const connections = 512;
/**
 * Sends requests at a rate, whatever becomes of them: what a crowd does, where a load test's connections wait their turn. The crowd's
 * connections are open beforehand, as those of a proxy are: Node accepts one new connection in a turn of its event loop, and under
 * load a turn takes a dozen milliseconds and more.
 *
 * Sender and server share the processors, so the sender is a bare one: at twice the rate it takes no more of them than the load test
 * does at full load. With node:http it takes twice as much, and that is then missing from the answers.
 */
export async function flood(server, request, size) {
    const bytes = requestBytes(server, request);
    const free = await Promise.all(Array.from({ length: connections }, () => open(server)));
    const [answered, refused] = [[], []];
    let [answeredInTime, broken] = [0, 0];
    const asked = [];
    const start = performance.now();
    const end = start + size.seconds * 1000;
    const ask = async () => {
        const before = performance.now();
        try {
            const connection = free.shift() ?? (await open(server));
            const status = await connection.ask(bytes);
            free.push(connection);
            const now = performance.now();
            if (status === 429 || status === 503)
                refused.push(now - before);
            else if (status >= 200 && status < 300) {
                answered.push(now - before);
                if (now <= end)
                    answeredInTime++;
            }
            else
                broken++;
        }
        catch {
            broken++;
        }
    };
    while (performance.now() < end) {
        const due = Math.floor(((performance.now() - start) / 1000) * size.rate);
        while (asked.length < due)
            asked.push(ask());
        await wait(tickMilliseconds);
    }
    await Promise.all(asked);
    for (const connection of free)
        connection.close();
    return { offered: asked.length / size.seconds, rate: answeredInTime / size.seconds, answered, refused, broken };
}
/** Asks something that costs nothing: a connection that the kernel has opened may still be waiting for the server to accept it. */
async function open(server) {
    const connection = await openRawConnection(server);
    await connection.ask(requestBytes(server, get("/healthz")));
    return connection;
}
