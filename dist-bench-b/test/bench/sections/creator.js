import { withServers } from "../bench.js";
import { bulkTypes, recipes } from "../dataset/recipes.js";
import { expectSameRows } from "../reprocess/rowsMade.js";
import { startBare } from "../reprocess/startBare.js";
import { startCreator } from "../reprocess/startCreator.js";
import { median, short } from "../statistics.js";
const alone = { processes: 1, concurrency: 1 };
/** Without and with the gateway's second lane, and with a second process. */
const crews = {
    "one lane": alone,
    "one process, two lanes": { processes: 1, concurrency: 2 },
    "two processes, one lane each": { processes: 2, concurrency: 1 },
};
/** Target 5: re-processing recipes of three jobs. */
export const section = async (bench) => {
    const runs = [...(await besideBare(bench)), ...(await byCrews(bench))];
    const chunks = runs.flatMap((run) => run.chunks);
    const longest = Math.max(...chunks.map(({ milliseconds }) => milliseconds));
    bench.report.find({
        target: 5,
        what: "A chunk",
        goal: "≤ 1 s",
        measured: `the longest of ${chunks.length.toLocaleString("en")} ${longest.toFixed(0)} ms, ${short(median(chunks.map((chunk) => chunk.recipes)))} recipes`,
        met: longest <= 1000,
    });
};
/** One lane in turns with one connection, in one database: the machine's slow minutes are everyone's. */
async function besideBare({ options, databases, report }) {
    const [rounds, each] = options.quick ? [3, 5000] : [15, 10_000];
    const types = bulkTypes(3 * rounds + 1);
    const runs = [];
    const [bareRuns, updatingRuns] = [[], []];
    const url = await databases.copy(recipes(types.length, each), "reprocessing");
    try {
        await withServers([startCreator(url, alone), Promise.resolve(startBare(url))], async (creator, bare) => {
            await bare.run(types.pop(), each, true);
            const chunk = () => Math.round(each / runs.at(-1).chunks.length);
            const turns = [
                async (type) => runs.push(await creator.run(type)),
                async (type) => bareRuns.push(await bare.run(type, chunk(), false)),
                async (type) => updatingRuns.push(await bare.run(type, chunk(), true)),
            ];
            for (let round = 0; round < rounds; round++) {
                // Each comes first as often as the others.
                const first = round % turns.length;
                for (const turn of [...turns.slice(first), ...turns.slice(0, first)])
                    await turn(types.pop());
                const rows = [runs, bareRuns, updatingRuns].map((list) => list.at(-1).rows);
                for (const other of rows.slice(1))
                    expectSameRows(rows[0], other);
            }
        });
    }
    finally {
        await databases.drop("reprocessing");
    }
    const ratios = (of) => runs.map(({ rate }, i) => rate / of[i].rate);
    const row = (name, of) => [name, short(median(of.map(({ rate }) => rate)))];
    const share = (of) => [short(median(ratios(of))), ratios(of).map(short).join(" ")];
    const newRows = Object.values(runs[0].rows).reduce((sum, made) => sum + made, 0);
    report.table(`Re-processing ${each.toLocaleString("en")} recipes, ${Math.round(newRows / each)} new rows each, in turns`, ["", "recipes/s", "creator's share of it", "rounds"], [
        [...row("creator, one lane", runs), "", ""],
        [...row("bare INSERT…SELECT of the new rows", bareRuns), ...share(bareRuns)],
        [...row("the same, and the old rows updated", updatingRuns), ...share(updatingRuns)],
    ]);
    const ratio = median(ratios(bareRuns));
    report.find({
        target: 5,
        what: "The creator, one lane",
        goal: "≥ 0.85 of the bare INSERT…SELECT over one connection",
        measured: `${short(ratio)} (${short(median(ratios(updatingRuns)))} of the one that updates too)`,
        met: ratio >= 0.85,
    });
    return runs;
}
/** Many recipes at once, by one lane and by more; a million by one lane only, which takes long enough. */
async function byCrews({ options, databases, report }) {
    const count = options.large ? 1_000_000 : options.quick ? 20_000 : 100_000;
    const rounds = options.large ? 1 : options.quick ? 2 : 3;
    const chosen = options.large ? ["one lane"] : Object.keys(crews);
    const dataset = recipes(1, count);
    const [type] = bulkTypes(1);
    const runs = new Map(chosen.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
        for (const name of chosen) {
            const url = await databases.copy(dataset, "reprocessing");
            try {
                await withServers([startCreator(url, crews[name])], async (creator) => {
                    runs.get(name)?.push(await creator.run(type));
                });
            }
            finally {
                await databases.drop("reprocessing");
            }
        }
    }
    const of = (name) => runs.get(name) ?? [];
    const gains = (name) => of(name).map(({ rate }, round) => rate / of("one lane")[round].rate);
    report.table(`Re-processing ${count.toLocaleString("en")} recipes at once`, ["", "recipes/s", "of one lane's", "a worker's memory, MiB: warm", "after 10,000 recipes", "the most"], chosen.map((name) => [
        name,
        short(median(of(name).map(({ rate }) => rate))),
        gains(name).map(short).join(" "),
        ...["warm", "early", "most"].map((when) => of(name)
            .map(({ memory }) => memory[when].toFixed(0))
            .join(" ")),
    ]));
    const all = [...runs.values()].flat();
    const growth = Math.max(...all.map(({ memory }) => memory.most - memory.early));
    report.find({
        target: 5,
        what: `A worker's memory over ${count.toLocaleString("en")} recipes`,
        goal: "within 50 MB from 10,000 on",
        measured: `+${growth.toFixed(0)} MiB`,
        met: growth <= 50,
    });
    return all;
}
