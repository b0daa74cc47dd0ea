import { withServers } from "../bench.js";
import { Databases } from "../dataset/databases.js";
import { plainBatches } from "../dataset/plainBatches.js";
import { startDebianServer } from "../debianServer.js";
import { get, graphqlRequest } from "../load.js";
import { listQuery } from "../queries.js";
import { measure } from "../rounds.js";
import { expectSameBytes, expectSameFields } from "../sameAnswer.js";
import { startGateway, startRival } from "../serverProcess.js";
import { short } from "../statistics.js";
const pages = { GraphQL: graphqlRequest(listQuery, { first: 100 }), REST: get("/batches/") };
const [graphqlGoal, restGoal] = [0.85, 0.8];
/** Target 14: the pages of the list beside servers that know nothing of the gateway, on Debian's PostgreSQL 15 as it comes. */
export const section = async ({ options, report }) => {
    const server = await startDebianServer();
    if (!server)
        return report.note("Debian's PostgreSQL 15 is not there: left out");
    try {
        const databases = new Databases(server.url, options.fresh, (text) => report.note(text));
        const databaseUrl = await databases.use(plainBatches(20_000));
        await withServers([startGateway({ databaseUrl }), startRival("floor", databaseUrl, { COUNT: "no" }), startRival("plain", databaseUrl, { COUNT: "no" })], async (gateway, floor, plain) => {
            const ratios = async (door, request) => {
                await expectSameBytes(gateway, floor, request);
                // Its cursors hold the same, written differently.
                await expectSameFields(gateway, plain, request);
                const servers = { gateway, floor, "plain server": plain };
                const variants = Object.entries(servers).map(([name, server]) => ({ name, server, requests: [request] }));
                const { ratio } = await measure(variants, options, report, `${door} list page, 100 of 20,000 batches, PostgreSQL 15`);
                return [ratio("gateway", "floor"), ratio("gateway", "plain server")];
            };
            const [graphql, rest] = [await ratios("GraphQL", pages.GraphQL), await ratios("REST", pages.REST)];
            report.find({
                target: 14,
                what: "list pages beside servers that know nothing of the gateway, on another PostgreSQL",
                goal: `≥ ${graphqlGoal} by GraphQL, ≥ ${restGoal} by REST of the one that does not count`,
                measured: `${graphql.map(short).join(" and ")} by GraphQL, ${rest.map(short).join(" and ")} by REST`,
                met: Math.min(...graphql) >= graphqlGoal && Math.min(...rest) >= restGoal,
            });
        });
    }
    finally {
        await server.stop();
    }
};
