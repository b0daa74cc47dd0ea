import { work } from "../dataset/work.js";
import { claimGrowth } from "../jobs/claimGrowth.js";
import { progressGrowth } from "../jobs/progressGrowth.js";
import { promotionLatency } from "../jobs/promotionLatency.js";
import { runBareWork } from "../jobs/runBareWork.js";
import { runGatewayWork } from "../jobs/runGatewayWork.js";
import { runPgBoss } from "../jobs/runPgBoss.js";
import { median, short } from "../statistics.js";
/** Targets 10 to 13: handing jobs out, and hearing how they ended. */
export const section = async (bench) => {
    await throughput(bench);
    await claimGrowth(bench);
    await promotionLatency(bench);
    await progressGrowth(bench);
};
const empty = { name: "empty", fill: async () => { } };
/** Target 10: all jobs of a batch, in turns with bare SQL and with pg-boss. */
async function throughput({ options, databases, report }) {
    const [rounds, recipes] = options.quick ? [2, 16_667] : [5, 16_667];
    const jobs = 3 * recipes;
    const ways = {
        "the gateway, over HTTP": [work(recipes), (url) => runGatewayWork(url, jobs)],
        "bare SQL": [work(recipes), runBareWork],
        "pg-boss": [empty, (url) => runPgBoss(url, jobs)],
    };
    const runs = new Map(Object.keys(ways).map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
        for (const [name, [dataset, run]] of Object.entries(ways)) {
            const url = await databases.copy(dataset, "jobs_run");
            try {
                runs.get(name)?.push(await run(url));
            }
            finally {
                await databases.drop("jobs_run");
            }
        }
    }
    const of = (name) => (runs.get(name) ?? []).map(({ rate }) => rate);
    const ratio = (other) => median(of("the gateway, over HTTP").map((rate, round) => rate / of(other)[round]));
    report.table(`${jobs.toLocaleString("en")} jobs, four workers, a hundred at once, in turns`, ["", "jobs/s", "rounds", "processor ms/1,000 jobs: workers", "server", "PostgreSQL"], [...runs].map(([name, all]) => [
        name,
        short(median(of(name))),
        of(name).map(short).join(" "),
        ...["workers", "server", "postgres"].map((part) => short(median(all.map(({ processor }) => processor[part])))),
    ]));
    const [bare, rival] = [ratio("bare SQL"), ratio("pg-boss")];
    report.find({
        target: 10,
        what: "Chains of three jobs, worked off",
        goal: "≥ 0.5 of bare SQL, ≥ 2 × pg-boss 10",
        measured: `${short(bare)} of bare SQL, ${short(rival)} × pg-boss`,
        met: bare >= 0.5 && rival >= 2,
    });
}
