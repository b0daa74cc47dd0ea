import { withServers } from "../bench.js";
import { batches } from "../dataset/batches.js";
import { answer, graphqlRequest, load } from "../load.js";
import { connections } from "../options.js";
import { createMutation } from "../queries.js";
import { countRoundTrips } from "../roundTripCounter.js";
import { startGateway } from "../serverProcess.js";
import { median, short } from "../statistics.js";
const title = "Made by the benchmark";
const doors = {
    GraphQL: graphqlRequest(createMutation, { input: { recipeTypeId: "5", title, definition: { jobNames: ["mask"], priority: 50 } } }),
    REST: {
        method: "POST",
        path: "/batches/",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ recipe_type_id: 5, title, definition: { job_names: ["mask"], priority: 50 } }),
    },
};
/** Target 4: creating batches. No worker runs: what the queue's messages lead to is the creator's section. */
export const section = async ({ options, databases, report }) => {
    const databaseUrl = await databases.copy(batches(100_000), "creating");
    const trips = await roundTrips(databaseUrl);
    await withServers([startGateway({ databaseUrl })], async (gateway) => {
        const rows = [];
        for (const [door, request] of Object.entries(doors)) {
            await load(gateway, [request], { seconds: options.warmUpSeconds });
            const loads = [];
            for (let round = 0; round < options.rounds; round++)
                loads.push(await load(gateway, [request], { seconds: options.seconds }));
            const [rate, p50, p99] = ["rate", "p50", "p99"].map((value) => median(loads.map((one) => one[value])));
            rows.push([door, String(trips[door]), short(rate), short(p50), short(p99), short(p99 / p50)]);
            if (door !== "GraphQL")
                continue;
            report.find({
                target: 4,
                what: `createBatch, ${connections} connections`,
                goal: "≤ 3 round trips, p99 < 5 times the p50",
                measured: `${trips[door]} round trips, p99 ${short(p99 / p50)} times the p50`,
                met: trips[door] <= 3 && p99 < 5 * p50,
            });
        }
        report.table("Creating a batch", ["", "round trips", "requests/s", "p50 ms", "p99 ms", "p99 / p50"], rows);
    });
    await databases.drop("creating");
};
/** Round trips to the database for one creation, by door, when everything is warm. */
async function roundTrips(databaseUrl) {
    const counter = await countRoundTrips(databaseUrl);
    const trips = {};
    try {
        await withServers([startGateway({ databaseUrl: counter.url })], async (gateway) => {
            for (const [door, request] of Object.entries(doors)) {
                const created = await answer(gateway, request);
                if (/"errors":\[[^\]]/.test(created))
                    throw new Error(`Nothing was created: ${created}`);
                const before = counter.count();
                const times = 10;
                for (let i = 0; i < times; i++)
                    await answer(gateway, request);
                trips[door] = (counter.count() - before) / times;
            }
        });
    }
    finally {
        await counter.stop();
    }
    return trips;
}
