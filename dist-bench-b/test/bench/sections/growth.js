import { withServers } from "../bench.js";
import { batches } from "../dataset/batches.js";
import { countRequest, pageRequest, walkTo } from "../growth/pages.js";
import { get, load } from "../load.js";
import { startGateway } from "../serverProcess.js";
import { short } from "../statistics.js";
import { timeCases } from "../stopwatch.js";
const orders = ["LAST_MODIFIED", "ID", "CREATED", "TITLE", "STATUS"];
const otherOrders = ["CREATED_COUNT", "FAILED_COUNT", "TOTAL_COUNT", "RECIPE_TYPE_NAME", "RECIPE_TYPE_VERSION"];
/** A rare status, a common recipe type, and a quarter of the time: each leaves more than a page at 10,000 batches. */
const filters = {
    none: { graphql: null, rest: "" },
    status: { graphql: { status: ["FAILED"] }, rest: "status=SUBMITTED" },
    "recipe type": { graphql: { recipeTypeId: ["2"] }, rest: "recipe_type_id=2" },
    time: {
        graphql: { started: "2016-07-01T00:00:00Z", ended: "2016-12-31T00:00:00Z" },
        rest: "started=2016-07-01T00:00:00Z&ended=2016-12-31T00:00:00Z",
    },
};
const deepPage = 1000;
/** Target 6: what a page costs, near and far, in a small table and a large one. */
export const section = async (bench) => {
    const { options, databases } = bench;
    const sizes = [10_000, options.large ? 1_000_000 : 100_000];
    const [small, large] = await Promise.all(sizes.map((size) => databases.use(batches(size))));
    await withServers([startGateway({ databaseUrl: small }), startGateway({ databaseUrl: large })], async (...servers) => {
        const anyPage = pageRequest({ order: "ID", filter: null }, null);
        for (const server of servers)
            await load(server, [anyPage], { seconds: options.warmUpSeconds });
        const names = sizes.map((size) => size.toLocaleString("en"));
        await byCursor(bench, servers, names);
        await byNumber(bench, servers, names);
        await counts(bench, servers, names);
    });
};
/** How often a request is timed, and the most seconds that this may take. */
const effort = ({ options }) => (options.quick ? [40, 1] : [200, 4]);
async function byCursor(bench, servers, names) {
    const rows = [];
    let worst = { ratio: 0, name: "" };
    for (const order of orders) {
        for (const [name, { graphql: filter }] of Object.entries(filters)) {
            const list = { order, filter };
            const deep = await Promise.all(servers.map((server) => walkTo(server, list, deepPage)));
            // One server after the other: that which was asked just before answers faster by a twentieth to a tenth.
            const cases = [servers.map(() => pageRequest(list, null)), deep.map(({ request }) => request)].flatMap((requests) => servers.map((server, i) => ({ server, request: requests[i] })));
            const times = await timeCases(cases, ...effort(bench));
            const ratio = Math.max(...times) / Math.min(...times);
            // With bounds on another time than the list is sorted by, page 1 begins behind what lies before the bounds.
            const isAimedAt = name !== "time" || order === "LAST_MODIFIED";
            if (isAimedAt && ratio > worst.ratio)
                worst = { ratio, name: `${order}, filter ${name}` };
            const [firsts, deeps] = [times.slice(0, servers.length), times.slice(servers.length)];
            const cells = firsts.flatMap((first, i) => [short(first), `${short(deeps[i])} (page ${deep[i]?.number})`]);
            rows.push([order, name, ...cells, short(ratio)]);
        }
    }
    for (const order of otherOrders) {
        const request = pageRequest({ order, filter: null }, null);
        const [one, other] = await timeCases(servers.map((server) => ({ server, request })), ...effort(bench));
        rows.push([order, "none", short(one), "", short(other), "", ""]);
    }
    const columns = names.flatMap((name) => [`${name}: page 1, ms`, "deep page, ms"]);
    bench.report.table("Pages of 100 by cursor", ["order", "filter", ...columns, "slowest / fastest"], rows);
    bench.report.find({
        target: 6,
        what: `Page 1 and page ${deepPage} by cursor, ${names.join(" and ")} batches`,
        goal: "within 1.2",
        measured: `at worst ${short(worst.ratio)} (${worst.name})`,
        met: worst.ratio <= 1.2,
    });
}
async function byNumber(bench, [, server], [, name]) {
    const rows = [];
    for (const query of ["", "order=title", "order=-created"]) {
        const pages = [1, 100, deepPage].map((page) => get(`/batches/?${[query, `page=${page}`].filter(Boolean).join("&")}`));
        const times = await timeCases(pages.map((request) => ({ server: server, request })), ...effort(bench));
        const ratio = times.at(-1) / times[0];
        rows.push([query || "default order", ...times.map(short), short(ratio)]);
    }
    bench.report.table(`REST pages by number, ${name} batches`, ["", "page 1, ms", "page 100", `page ${deepPage}`, `page ${deepPage} / page 1`], rows);
}
async function counts(bench, servers, names) {
    const rows = [];
    for (const [name, { graphql, rest }] of Object.entries(filters)) {
        const requests = [countRequest(graphql), get(`/batches/?page_size=1&${rest}`)];
        const times = await timeCases(servers.flatMap((server) => requests.map((request) => ({ server, request }))), ...effort(bench));
        rows.push([name, ...times.map(short)]);
    }
    const columns = names.flatMap((name) => [`${name}: totalCount, ms`, "REST page of 1, ms"]);
    bench.report.table("Counting what a filter matches", ["filter", ...columns], rows);
}
