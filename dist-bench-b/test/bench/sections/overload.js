import { withServers } from "../bench.js";
import { batches } from "../dataset/batches.js";
import { flood } from "../flood.js";
import { graphqlRequest, load } from "../load.js";
import { watchSender } from "../processes.js";
import { listQuery } from "../queries.js";
import { startGateway } from "../serverProcess.js";
import { median, quantile, short } from "../statistics.js";
const page = graphqlRequest(listQuery, { first: 100 });
/**
 * Target 8: requests come in twice as fast as the gateway can answer them, and nobody waits for an answer before he asks. It is
 * compared with full load before and after. What their senders take of the processors, which is then missing from the answers, is told.
 */
export const section = async ({ options, databases, report }) => {
    const databaseUrl = await databases.use(batches(100_000));
    await withServers([startGateway({ databaseUrl })], async (gateway) => {
        const seconds = Math.max(5, options.seconds);
        const fullLoad = () => withSender(() => load(gateway, [page], { seconds }));
        const { rate } = await load(gateway, [page], { seconds: options.warmUpSeconds });
        // The sender, too, is slower at first: it takes twice the processor time.
        await flood(gateway, page, { rate: rate * 2, seconds: options.warmUpSeconds });
        const rows = [];
        const [kept, slower, refusals] = [[], [], []];
        let before = await fullLoad();
        for (let round = 0; round < options.rounds; round++) {
            const over = await withSender(() => flood(gateway, page, { rate: before.rate * 2, seconds }));
            const after = await fullLoad();
            const p99 = quantile(over.answered, 0.99);
            const refusedP99 = quantile(over.refused, 0.99);
            kept.push(over.rate / ((before.rate + after.rate) / 2));
            slower.push(p99 / ((before.p99 + after.p99) / 2));
            if (over.refused.length > 0)
                refusals.push(refusedP99);
            const full = [before.rate, before.p99, before.sender];
            rows.push([...full, over.offered, over.rate, p99, over.refused.length, refusedP99, over.broken, over.sender].map(short));
            before = after;
        }
        report.table("GraphQL list page at twice the load", ["full load, requests/s", "p99 ms", "sender", "asked/s", "answered/s", "p99 ms", "refused", "p99 ms", "broken", "sender"], [...rows, [before.rate, before.p99, before.sender].map(short)]);
        const [share, delay] = [median(kept), median(slower)];
        report.find({
            target: 8,
            what: "Twice the load it can bear",
            goal: "the same rate, p99 under 4 times that at full load, the rest refused quickly",
            measured: `${short(share)} of the rate, p99 ${short(delay)} times` +
                (refusals.length > 0 ? `, refusals within ${short(median(refusals))} ms` : ", nothing refused"),
            met: share >= 0.9 && delay < 4 && refusals.length > 0,
        });
    });
};
/** Tells besides how much of a processor was taken to send. */
async function withSender(run) {
    const sender = watchSender();
    const result = await run();
    return { ...result, sender: sender() };
}
