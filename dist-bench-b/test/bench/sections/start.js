import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";
import { withServers } from "../bench.js";
import { batches } from "../dataset/batches.js";
import { answer, get, graphqlRequest, load } from "../load.js";
import { npmStart } from "../npmStart.js";
import { connections } from "../options.js";
import { residentMemory } from "../processes.js";
import { detailsQuery, listQuery } from "../queries.js";
import { scratchDirectory } from "../scratchServer.js";
import { startGateway } from "../serverProcess.js";
import { median, short } from "../statistics.js";
const commands = { "npm start": ["npm", "start"], "node dist/main.js": ["node", "dist/main.js"] };
/** What a gateway is asked all day: mostly one batch, now and then a list. */
const mixture = Array.from({ length: 100 }, (_, i) => {
    const id = 1 + ((i * 104_729) % 100_000);
    if (i % 20 === 0)
        return graphqlRequest(listQuery, { first: 100 });
    if (i % 20 === 10)
        return get("/batches/");
    return i % 2 === 0 ? graphqlRequest(detailsQuery, { id: String(id) }) : get(`/batches/${id}/`);
});
/** Target 7: how soon the gateway answers, and what memory it holds in the long run. */
export const section = async (bench) => {
    await startTime(bench);
    await memory(bench);
    await documents(bench);
};
const startTime = async ({ options, report }) => {
    const dataDir = path.join(scratchDirectory, "start");
    await mkdir(dataDir, { recursive: true });
    await chmod(dataDir, 0o711);
    await (await npmStart(dataDir)).stop();
    const times = {};
    for (let round = 0; round < options.rounds; round++) {
        for (const [name, command] of Object.entries(commands)) {
            const started = await npmStart(dataDir, [...command]);
            times[name] = [...(times[name] ?? []), started.milliseconds];
            await started.stop();
        }
    }
    report.table("From the command to the first answer", ["", "s", "rounds"], Object.entries(times).map(([name, all]) => [name, short(median(all) / 1000), all.map((one) => short(one / 1000)).join(" ")]));
    const start = median(times["npm start"] ?? []) / 1000;
    report.find({ target: 7, what: "`npm start` to the first answer", goal: "< 2 s", measured: `${short(start)} s`, met: start < 2 });
};
const memory = async ({ options, databases, report }) => {
    const total = options.quick ? 10_000 : 100_000;
    const databaseUrl = await databases.use(batches(100_000));
    await withServers([startGateway({ databaseUrl, env: { ROLE: "all" } })], async (gateway) => {
        const steps = [0.1, 0.4, 0.5];
        const held = [await residentMemory(gateway.pid)];
        for (const step of steps) {
            await load(gateway, mixture, { amount: total * step });
            held.push(await residentMemory(gateway.pid));
        }
        const [atStart, early, half, end] = held;
        const requests = total.toLocaleString("en");
        report.table("A gateway's memory, MiB", ["at its start", "after a tenth", "after half", `after ${requests} requests`], [held.map((one) => one.toFixed(0))]);
        report.find({
            target: 7,
            what: `Memory after ${requests} requests`,
            goal: "< 200 MB, and flat",
            measured: `${end.toFixed(0)} MiB; ${atStart.toFixed(0)} at its start, ${early.toFixed(0)} after a tenth, ${half.toFixed(0)} after half`,
            met: options.quick ? null : end < 200 && end - half <= 10,
        });
    });
};
/** A client that writes values into its documents: each is another one, to be parsed and kept. */
const literal = (id) => graphqlRequest(detailsQuery.replace(/^[^{]*/, "").replace("$id", `"${id}"`), {});
const documents = async ({ options, databases, report }) => {
    const total = options.quick ? 10_000 : 100_000;
    const databaseUrl = await databases.use(batches(100_000));
    await withServers([startGateway({ databaseUrl })], async (gateway) => {
        await load(gateway, mixture, { amount: 1000 });
        const before = await residentMemory(gateway.pid);
        let next = 1;
        const send = async () => {
            while (next <= total)
                await answer(gateway, literal(next++));
        };
        await Promise.all(Array.from({ length: connections }, send));
        const after = await residentMemory(gateway.pid);
        report.find({
            target: 7,
            what: `Memory after ${total.toLocaleString("en")} different documents`,
            goal: "< 200 MB",
            measured: `${after.toFixed(0)} MiB; ${before.toFixed(0)} before`,
            met: options.quick ? null : after < 200,
        });
    });
};
