import { readFile } from "node:fs/promises";
import { buildSchema } from "graphql";
import { withServers } from "../bench.js";
import { batchParts } from "../dataset/batchParts.js";
import { priceOf } from "../dearest/price.js";
import { Picker, RandomOperation, write } from "../dearest/randomRequest.js";
import { get, graphqlRequest } from "../load.js";
import { startGateway } from "../serverProcess.js";
import { short } from "../statistics.js";
const count = 60_000;
const [maxMilliseconds, maxMemory] = [1000, 64];
/** Of a document: a longer one has more than the 3,000 tokens that are taken. */
const maxCharacters = 60_000;
/**
 * The dearest request that the limits allow, at each door: random ones, made smaller until they are let in, and then variations of the
 * dearest that were found. Nothing is written; of the mutations, only the preview is looked at.
 */
export const section = async ({ options, databases, report }) => {
    const schema = buildSchema(await readFile("src/graphql/schema.graphql", "utf8"));
    const databaseUrl = await databases.use(batchParts(count));
    await withServers([startGateway({ databaseUrl })], async (gateway) => {
        const pick = new Picker(16);
        const operations = new RandomOperation(schema, pick);
        const rounds = options.quick ? 40 : 200;
        const tries = {
            "GraphQL, queries": async () => {
                const found = [];
                for (let i = 0; i < rounds; i++) {
                    const [parent] = found.slice(0, 5).sort(() => pick.next() - 0.5);
                    const selection = parent?.selection && i > rounds / 3 ? operations.mutate(parent.selection) : operations.query();
                    const priced = await largestAllowed(gateway, selection);
                    if (priced)
                        found.push(priced);
                    found.sort(byProcessor);
                }
                return found;
            },
            "GraphQL, known ones": () => priceAll(gateway, knownQueries.map((query) => graphqlRequest(query, {}))),
            REST: () => priceAll(gateway, Array.from({ length: rounds }, () => get(randomPath(pick)))),
        };
        for (const [what, find] of Object.entries(tries)) {
            await priceOf(gateway, graphqlRequest("{ batches(first: 1000) { nodes { id title } } }", {}));
            const found = (await find()).filter(isAnswered).sort(byProcessor);
            const dearest = await priceAll(gateway, found.slice(0, 5).map(({ request }) => request));
            report.table(`The dearest requests: ${what}`, ["ms", "processor ms", "MiB", "bytes", "request"], dearest.map(({ price, request }) => [
                ...[price.elapsed, price.processor, price.memory, price.body.length].map(short),
                `\`${describe(request)}\``,
            ]));
            const [slowest, largest] = [
                Math.max(...dearest.map(({ price }) => price.elapsed)),
                Math.max(...dearest.map(({ price }) => price.memory)),
            ];
            report.find({
                target: 9,
                what: `The dearest request, ${what}`,
                goal: `≤ ${maxMilliseconds} ms, ≤ ${maxMemory} MiB`,
                measured: `${short(slowest)} ms, ${short(largest)} MiB`,
                met: slowest <= maxMilliseconds && largest <= maxMemory,
            });
        }
    });
};
const isAnswered = ({ price: { status, body } }) => status === 200 && !body.startsWith('{"errors"');
const byProcessor = (one, other) => costOf(other) - costOf(one);
/** Of what the limits are about: the processors' time, and memory in its proportion. */
const costOf = ({ price: { processor, memory } }) => processor / maxMilliseconds + memory / maxMemory;
const times = (count, text) => Array.from({ length: count }, (_, i) => text(i)).join(" ");
/** What was dear once, each as large as it may be. */
const knownQueries = [
    ...[1000, 400, 200].flatMap((size) => [
        `{ batches(first: ${size}) { nodes { recipes(first: 1) { totalCount } jobs(first: 1) { totalCount } } } }`,
        `{ batches(first: ${size}) { nodes { progress { jobs { total } } } } }`,
    ]),
    ...[1000, 200, 50].map((size) => `{ batches(first: ${size}) { nodes { ${times(19, (i) => `a${i}: jobs(first: ${i + 1}) { totalCount }`)} } } }`),
    ...[240, 30, 15].map((size) => `{ ${times(size, (i) => `a${i}: batches(first: 0, filter: { title: "e" }) { totalCount }`)} }`),
    ...[240, 4].map((size) => `mutation { ${times(size, (i) => `a${i}: validateBatch(input: { recipeTypeId: "1", definition: { allJobs: true } }) { recipeCount }`)} }`),
];
async function priceAll(gateway, requests) {
    const priced = [];
    for (const request of requests)
        priced.push({ request, price: await priceOf(gateway, request) });
    return priced;
}
async function largestAllowed(gateway, selection) {
    for (let scale = 1; scale > 1 / 2000; scale *= 0.6) {
        const text = write(selection, scale);
        if (text.length > maxCharacters)
            continue;
        const request = graphqlRequest(text, {});
        const price = await priceOf(gateway, request);
        if (isAnswered({ price }))
            return { request, price, selection };
    }
    return null;
}
function randomPath(pick) {
    const order = pick.of(["title", "-title", "last_modified", "-created", "status", "recipe_type__name", "-id", "total_count"]);
    const filters = ["", "&status=SUBMITTED", "&recipe_type_name=landsat-scene", "&started=2016-01-01T00:00:00Z&ended=2017-06-01T00:00:00Z"];
    const page = pick.of([1, 2, 30, 59, 60]);
    return `/batches/?page_size=1000&page=${page}&order=${order}${pick.of(["", "&order=-id"])}${pick.of(filters)}`;
}
/** Short enough to be read in a table. */
function describe({ path, body }) {
    const text = body === undefined ? String(path) : String(JSON.parse(String(body)).query);
    return text.length > 400 ? `${text.slice(0, 400)}… (${text.length} characters)` : text;
}
