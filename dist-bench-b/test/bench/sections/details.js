import { withServers } from "../bench.js";
import { batches } from "../dataset/batches.js";
import { get, graphqlRequest } from "../load.js";
import { detailsQuery } from "../queries.js";
import { measure } from "../rounds.js";
import { expectSameBytes } from "../sameAnswer.js";
import { startGateway, startRival } from "../serverProcess.js";
import { short } from "../statistics.js";
const count = 100_000;
/** All over the table, so that it is not one page of it that is read. */
const ids = Array.from({ length: 200 }, (_, i) => 1 + ((i * 7919 * 61) % count));
const doors = {
    GraphQL: ids.map((id) => graphqlRequest(detailsQuery, { id: String(id) })),
    REST: ids.map((id) => get(`/batches/${id}/`)),
};
/** Target 3: one batch by its id, through each door. */
export const section = async ({ options, databases, report }) => {
    const databaseUrl = await databases.use(batches(count));
    await withServers([startGateway({ databaseUrl }), startRival("floor", databaseUrl)], async (gateway, floor) => {
        for (const [door, requests] of Object.entries(doors)) {
            for (const request of requests)
                await expectSameBytes(gateway, floor, request);
            const variants = Object.entries({ gateway, floor }).map(([name, server]) => ({ name, server, requests }));
            const ratio = (await measure(variants, options, report, `${door}, one batch by id`)).ratio("gateway", "floor");
            report.find({
                target: 3,
                what: `${door}, one batch by id`,
                goal: "≥ 0.7 of the floor",
                measured: short(ratio),
                met: ratio >= 0.7,
            });
        }
    });
};
