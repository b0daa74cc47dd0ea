import { type Section, withServers } from "../bench.js";
import { batches } from "../dataset/batches.js";
import { flood } from "../flood.js";
import { graphqlRequest, load } from "../load.js";
import { listQuery } from "../queries.js";
import { startGateway, startRival, type WebServer } from "../serverProcess.js";
import { median, quantile, short } from "../statistics.js";

const page = graphqlRequest(listQuery, { first: 100 });

/**
 * Target 8: requests come in twice as fast as the gateway can answer them, and nobody waits for an answer before he asks. To send them and
 * to refuse half of them takes processor time, which is the gateway's here; so the rate is also compared with that at full load beside a
 * server to which the other half is sent, and which only refuses. Full load is measured before and after, for machines whose speed changes.
 */
export const section: Section = async ({ options, databases, report }) => {
  const databaseUrl = await databases.use(batches(100_000));
  const servers = [startGateway({ databaseUrl }), startRival("refusing", databaseUrl)] as const;
  await withServers<[WebServer, WebServer]>(servers, async (gateway, refusing) => {
    // The sender, too, is slower at first: it takes twice the processor time.
    const { rate } = await load(gateway, [page], { seconds: options.warmUpSeconds });
    await flood(gateway, page, { rate: rate * 2, seconds: options.warmUpSeconds });
    const rows: string[][] = [];
    const [kept, keptBeside]: [number[], number[]] = [[], []];
    const [slower, refusals]: [number[], number[]] = [[], []];
    for (let round = 0; round < options.rounds; round++) {
      const seconds = Math.max(5, options.seconds);
      const before = await load(gateway, [page], { seconds });
      const [beside] = await Promise.all([load(gateway, [page], { seconds }), flood(refusing, page, { rate: before.rate, seconds })]);
      const over = await flood(gateway, page, { rate: before.rate * 2, seconds });
      const after = await load(gateway, [page], { seconds });
      const full = { rate: (before.rate + after.rate) / 2, p99: (before.p99 + after.p99) / 2 };
      const p99 = quantile(over.answered, 0.99);
      const refusedP99 = quantile(over.refused, 0.99);
      kept.push(over.rate / full.rate);
      keptBeside.push(over.rate / beside.rate);
      slower.push(p99 / full.p99);
      if (over.refused.length > 0) refusals.push(refusedP99);
      rows.push(
        [before.rate, after.rate, full.p99, beside.rate, over.offered, over.rate, p99, over.refused.length, refusedP99, over.broken].map(
          short,
        ),
      );
    }
    report.table(
      "GraphQL list page at twice the load",
      [
        "full load before, requests/s",
        "after",
        "p99 ms",
        "requests/s beside a server that refuses as many",
        "asked/s",
        "answered/s",
        "p99 ms",
        "refused",
        "p99 ms",
        "broken",
      ],
      rows,
    );
    const [share, shareBeside, delay] = [median(kept), median(keptBeside), median(slower)];
    report.find({
      target: 8,
      what: "Twice the load it can bear",
      goal: "the same rate, p99 under 4 times that at full load, the rest refused quickly",
      measured:
        `${short(share)} of the rate, ${short(shareBeside)} of that beside a server that refuses as many, p99 ${short(delay)} times` +
        (refusals.length > 0 ? `, refusals within ${short(median(refusals))} ms` : ", nothing refused"),
      met: share >= 0.9 && delay < 4 && refusals.length > 0,
    });
  });
};
