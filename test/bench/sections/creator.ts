import type { Section } from "../bench.js";
import { recipes } from "../dataset/recipes.js";
import { expectSameRows } from "../reprocess/rowsMade.js";
import { type BareRun, runBare } from "../reprocess/runBare.js";
import { type CreatorRun, runCreator, type Workers } from "../reprocess/runCreator.js";
import { median, short } from "../statistics.js";

const alone: Workers = { processes: 1, concurrency: 1 };
/** The gateway's default, and a second process. Not with a million recipes, which take long enough. */
const others: Record<string, Workers> = {
  "one process, two lanes": { processes: 1, concurrency: 2 },
  "two processes, one lane each": { processes: 2, concurrency: 1 },
};

/** Target 5: re-processing recipes of three jobs. One lane is compared with one connection. */
export const section: Section = async ({ options, databases, report }) => {
  const count = options.large ? 1_000_000 : options.quick ? 20_000 : 100_000;
  const rounds = options.large ? 1 : options.quick ? 2 : 3;
  const dataset = recipes(count);
  const onCopy = async <Run>(run: (databaseUrl: string) => Promise<Run>): Promise<Run> => {
    try {
      return await run(await databases.copy(dataset, "reprocessing"));
    } finally {
      await databases.drop("reprocessing");
    }
  };

  const runs: CreatorRun[] = [];
  const [bare, bareWithUpdates]: [BareRun[], BareRun[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const run = await onCopy((url) => runCreator(url, alone));
    const chunk = Math.round(count / run.chunks.length);
    for (const [list, supersedes] of [
      [bare, false],
      [bareWithUpdates, true],
    ] as const) {
      const bareRun = await onCopy((url) => runBare(url, chunk, supersedes));
      expectSameRows(run.rows, bareRun.rows);
      list.push(bareRun);
    }
    runs.push(run);
  }
  const ratio = (of: readonly BareRun[]) => median(runs.map(({ rate }, i) => rate / (of[i] as BareRun).rate));
  const rate = (of: readonly { rate: number }[]) => short(median(of.map((run) => run.rate)));
  const rows = [
    ["creator, one lane", rate(runs), ""],
    ["bare INSERT…SELECT of the new rows", rate(bare), short(ratio(bare))],
    ["the same, and the old rows updated", rate(bareWithUpdates), short(ratio(bareWithUpdates))],
  ];
  const all = [...runs];
  for (const [name, workers] of Object.entries(options.large ? {} : others)) {
    const more: CreatorRun[] = [];
    for (let round = 0; round < rounds; round++) more.push(await onCopy((url) => runCreator(url, workers)));
    rows.push([`creator, ${name}`, rate(more), ""]);
    all.push(...more);
  }
  const each = Math.round(Object.values((runs[0] as CreatorRun).rows).reduce((sum, made) => sum + made, 0) / count);
  report.table(
    `Re-processing ${count.toLocaleString("en")} recipes, ${each} new rows each`,
    ["", "recipes/s", "creator's share of it"],
    rows,
  );

  const chunks = all.flatMap((run) => run.chunks);
  const longest = Math.max(...chunks.map(({ milliseconds }) => milliseconds));
  const growth = Math.max(...all.map(({ memory }) => memory.most - memory.early));
  const memory = all.map(({ memory: { warm, early, most } }) => [warm, early, most].map((one) => one.toFixed(0)));
  report.table("A worker's memory, MiB", ["warm", "after 10,000 recipes", "the most"], memory);
  const goal = "≥ 0.85 of the bare INSERT…SELECT, memory within 50 MB, no chunk over 1 s";
  report.find({
    target: 5,
    what: `Re-processing ${count.toLocaleString("en")} recipes`,
    goal,
    measured:
      `${short(ratio(bare))} (${short(ratio(bareWithUpdates))} of the one that updates too), memory +${growth.toFixed(0)} MiB, ` +
      `chunks of ${short(median(chunks.map((chunk) => chunk.recipes)))} recipes, the longest ${longest.toFixed(0)} ms`,
    met: ratio(bare) >= 0.85 && growth <= 50 && longest <= 1000,
  });
};
