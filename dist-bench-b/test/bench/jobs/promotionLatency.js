import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "../../../src/db/database.js";
import { work } from "../dataset/work.js";
import { startGateway } from "../serverProcess.js";
import { quantile, short } from "../statistics.js";
import { askForWork } from "./runGatewayWork.js";
const perSecond = 200;
const waiters = 8;
/** Target 12: how long after a job's completion was sent its child is in the hands of a worker who waits for it. */
export async function promotionLatency({ options, databases, report }) {
    const count = perSecond * (options.quick ? 5 : 15);
    const databaseUrl = await databases.copy(work(options.quick ? 4000 : 16_667), "latency_run");
    const database = openDatabase(databaseUrl, 1);
    const { rows } = await database.pool.query(`SELECT a.job_id AS parent, b.job_id AS child FROM recipe_job a JOIN recipe_job b ON b.recipe_id = a.recipe_id AND b.job_name = 'register'
     JOIN batch_recipe r ON r.recipe_id = a.recipe_id WHERE a.job_name = 'unpack'`);
    await database.close();
    const childOf = new Map(rows.map(({ parent, child }) => [parent, child]));
    const gateway = await startGateway({ databaseUrl });
    const [sent, latencies] = [new Map(), []];
    const claim = (worker, type, max, waitSeconds = 0) => askForWork(gateway.url, [], { worker, jobTypes: [{ name: type }], max, waitSeconds });
    try {
        let claimed = [];
        while (claimed.length < count)
            claimed = [...claimed, ...(await claim("first", "unpack", Math.min(500, count - claimed.length)))];
        const wait = async (name) => {
            while (latencies.length < count) {
                for (const { jobId } of await claim(`waiter-${name}`, "register", 10, 2)) {
                    latencies.push(performance.now() - sent.get(jobId));
                }
            }
        };
        const waiting = Promise.all(Array.from({ length: waiters }, (_, name) => wait(name)));
        waiting.catch(() => { });
        const start = performance.now();
        const reports = claimed.map(async ({ token, jobId }, i) => {
            await pause(Math.max(0, start + 500 + (i * 1000) / perSecond - performance.now()));
            sent.set(childOf.get(jobId), performance.now());
            await askForWork(gateway.url, [token], null);
        });
        await Promise.all(reports);
        await waiting;
    }
    finally {
        await gateway.stop();
        await databases.drop("latency_run");
    }
    // The first second's warm the gateway up.
    const measured = latencies.slice(perSecond);
    const p99 = quantile(measured, 0.99);
    report.find({
        target: 12,
        what: `From a completion to the child's claim by a waiting worker, at ${perSecond} completions a second`,
        goal: "p99 < 50 ms",
        measured: `p99 ${short(p99)} ms, p50 ${short(quantile(measured, 0.5))} ms`,
        met: p99 < 50,
    });
}
