import { withServers } from "../bench.js";
import { batches } from "../dataset/batches.js";
import { get, graphqlRequest } from "../load.js";
import { listQuery } from "../queries.js";
import { measure } from "../rounds.js";
import { expectSameBytes, expectSameFields } from "../sameAnswer.js";
import { startGateway, startRival } from "../serverProcess.js";
import { short } from "../statistics.js";
const page = graphqlRequest(listQuery, { first: 100 });
const restPage = get("/batches/");
/** Targets 1 and 2: a page of 100 of the list through each door. */
export const section = async ({ options, databases, report }) => {
    const count = options.large ? 1_000_000 : 100_000;
    const databaseUrl = await databases.use(batches(count));
    const of = `100 of ${count.toLocaleString("en")} batches`;
    await withServers([startGateway({ databaseUrl }), startRival("floor", databaseUrl), startRival("usual", databaseUrl)], async (gateway, floor, usual) => {
        await expectSameBytes(gateway, floor, page);
        await expectSameFields(gateway, usual, page);
        const variants = Object.entries({ gateway, floor, "usual stack": usual }).map(([name, server]) => ({
            name,
            server,
            requests: [page],
        }));
        const { ratio } = await measure(variants, options, report, `GraphQL list page, ${of}`);
        const [toFloor, toUsual] = [ratio("gateway", "floor"), ratio("gateway", "usual stack")];
        report.find({
            target: 1,
            what: "GraphQL list page",
            goal: "≥ 0.8 of the floor, ≥ 6 times the usual stack",
            measured: `${short(toFloor)} of the floor, ${short(toUsual)} times the usual stack`,
            met: toFloor >= 0.8 && toUsual >= 6,
        });
    });
    await withServers([startGateway({ databaseUrl }), startRival("floor", databaseUrl), startRival("floor", databaseUrl, { COUNT: "no" })], async (gateway, counting, notCounting) => {
        for (const floor of [counting, notCounting])
            await expectSameBytes(gateway, floor, restPage);
        const servers = { gateway, "floor that counts": counting, "floor that does not count": notCounting };
        const variants = Object.entries(servers).map(([name, server]) => ({ name, server, requests: [restPage] }));
        const { ratio } = await measure(variants, options, report, `REST list page, ${of}`);
        const [toCounting, toNotCounting] = [ratio("gateway", "floor that counts"), ratio("gateway", "floor that does not count")];
        report.find({
            target: 2,
            what: "REST list page with its count",
            goal: "≥ 0.9 of the floor that counts, ≥ 0.7 of the one that does not",
            measured: `${short(toCounting)} and ${short(toNotCounting)}`,
            met: toCounting >= 0.9 && toNotCounting >= 0.7,
        });
    });
};
