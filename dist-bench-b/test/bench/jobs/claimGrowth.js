import { openDatabase } from "../../../src/db/database.js";
import { claimJobs } from "../../../src/domain/execution/claimJobs.js";
import { queue } from "../dataset/queue.js";
import { median, short } from "../statistics.js";
/** Target 11: what a claim of one job takes, by how many jobs there are. */
export async function claimGrowth({ options, databases, report }) {
    const [few, many] = [10_000, options.quick ? 500_000 : 5_000_000];
    const claims = options.quick ? 200 : 1000;
    const opened = [];
    const order = { worker: "bench", jobTypes: null, max: 1, leaseSeconds: 60, requestId: null };
    const milliseconds = [[], []];
    try {
        for (const jobs of [few, many])
            opened.push(openDatabase(await databases.copy(queue(jobs), `queue_run_${jobs}`), 2));
        for (let i = -20; i < claims; i++) {
            for (const [k, database] of opened.entries()) {
                const start = performance.now();
                const result = await claimJobs(database, order);
                if (i >= 0)
                    milliseconds[k]?.push(performance.now() - start);
                if (result.claims.length !== 1)
                    throw new Error("There was nothing to claim");
            }
        }
    }
    finally {
        for (const database of opened)
            await database.close();
        for (const jobs of [few, many])
            await databases.drop(`queue_run_${jobs}`);
    }
    const [small, large] = milliseconds.map(median);
    report.table("A claim of one job, in turns; a fifth of the jobs are queued, in 30 batches, at three priorities, some capped", ["jobs", "median ms"], [
        [few.toLocaleString("en"), short(small)],
        [many.toLocaleString("en"), short(large)],
    ]);
    report.find({
        target: 11,
        what: `A claim at ${many.toLocaleString("en")} jobs`,
        goal: `≤ 1.5 × that at ${few.toLocaleString("en")}`,
        measured: `${short(large / small)} ×`,
        met: large / small <= 1.5,
    });
}
