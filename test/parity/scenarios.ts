import type { CatalogueQuestion, Door, Json, Question } from "./door.js";
import { input, odd, range, valid, wrong } from "./inputs.js";
import type { World } from "./world.js";

/** One row: what is done through a door, and what must come of it, where that is not said by the other door alone. */
export interface Scenario {
  readonly name: string;
  readonly run: (door: Door, world: World) => Promise<unknown>;
  readonly expected?: unknown;
}

/** What is odd comes first: later there are running batches, and warnings of those. */
const inputs: Scenario[] = [
  ...odd.map(
    ([name, make, ids]): Scenario => ({
      name: `warns of ${name}`,
      run: async (door, world) => {
        const { warnings, recipe_count } = await door.validate(make(world));
        return { recipe_count, warnings, ids: warnings.map(({ id }: { id: string }) => id) };
      },
      expected: { ids },
    }),
  ),
  ...wrong.flatMap(([name, make, refused]): Scenario[] => [
    { name: `does not validate ${name}`, run: (door, world) => door.validate(make(world)), expected: { refused } },
    { name: `does not create ${name}`, run: (door, world) => door.create(make(world)), expected: { refused } },
  ]),
  ...valid.flatMap(([name, definition, others]): Scenario[] => [
    { name: `validates ${name}`, run: (door, world) => door.validate(input(world, definition, others)) },
    { name: `creates ${name}`, run: (door, world) => door.create(input(world, definition, others)) },
  ]),
];

/** What calls with one key come to: the number of the call whose batch they gave, or what was blamed. */
const keyed = (name: string, calls: [key: string, definition: Json, others?: Json][], expected: unknown[]): Scenario => ({
  name: `by idempotency key: ${name}`,
  run: async (door, world) => {
    const ids: number[] = [];
    const outcomes: unknown[] = [];
    for (const [key, definition, others] of calls) {
      const answer = await door.create(input(world, definition, others), key);
      ids.push(answer.id);
      outcomes.push(answer.refused ?? ids.indexOf(answer.id));
    }
    return outcomes;
  },
  expected,
});

const bound = (started: string) => range({ started });
const keys: Scenario[] = [
  keyed(
    "the same input gives the same batch",
    [
      ["a", { all_jobs: true }],
      ["a", { all_jobs: true }],
      ["a", { all_jobs: true }],
    ],
    [0, 0, 0],
  ),
  keyed(
    "what means the same is the same",
    [
      ["b", bound("2016-01-10T00:00:00Z")],
      ["b", bound("2016-01-09T22:00:00.000-02:00")],
    ],
    [0, 0],
  ),
  keyed(
    "defaults are the same as nothing",
    [
      ["c", {}],
      ["c", { version: "1.0", all_jobs: false, job_names: null }],
    ],
    [0, 0],
  ),
  keyed(
    "another key gives another batch",
    [
      ["d", {}],
      ["e", {}],
    ],
    [0, 1],
  ),
  keyed(
    "another input is refused",
    [
      ["f", {}],
      ["f", { all_jobs: true }],
      ["f", {}, { title: "x" }],
    ],
    [0, ["idempotency_key"], ["idempotency_key"]],
  ),
  keyed(
    "what was refused is not remembered",
    [
      ["g", { version: "2" }],
      ["g", {}],
    ],
    [["definition.version"], 1],
  ),
  keyed(
    "255 characters are a key, 256 are none",
    [
      ["k".repeat(255), {}],
      ["k".repeat(256), {}],
    ],
    [0, ["idempotency_key"]],
  ),
];

const reads: Scenario[] = [
  ...(["waiting", "done", "failing", "canceled", "broken"] as const).map(
    (kind): Scenario => ({ name: `reads a batch that is ${kind}`, run: (door, { batches }) => door.batch(batches[kind]) }),
  ),
  {
    name: "reads a batch without a creator job",
    run: async (door) => door.batch(((await door.batches({ recipe_type_name: ["list-b"] }, 1)) as Json).pages[0][0].id),
  },
  { name: "finds no batch of that id", run: (door) => door.batch(999_999), expected: null },
  { name: "reads a recipe type", run: (door, { alpha }) => door.recipeType(alpha.id) },
  {
    name: "reads a recipe type with all it can have",
    run: async (door, { batches }) => door.recipeType((await door.batch(batches.done)).recipe_type.id),
  },
  { name: "finds no recipe type of that id", run: (door) => door.recipeType(999_999), expected: null },
  { name: "reads a creator job", run: async (door, { batches }) => door.job((await door.batch(batches.done)).creator_job.id) },
  { name: "reads a job that has failed", run: async (door, { batches }) => door.job((await door.batch(batches.broken)).creator_job.id) },
  {
    name: "reads a job that replaces another",
    run: async (door, { db, batches }) => {
      const { jobId } = await db.prisma.batchJob.findFirstOrThrow({
        where: { batchId: batches.done, isOriginal: true },
        orderBy: { id: "asc" },
      });
      return door.job(jobId as number);
    },
  },
  { name: "finds no job of that id", run: (door) => door.job(999_999), expected: null },
];

const all = { recipe_type_name: ["list-a", "list-b"] };
/** With how many there must be, where it matters. */
const lists: [string, Question | ((world: World) => Question), number?][] = [
  ["in the order of the last modification", all, 23],
  ...[
    "id",
    "title",
    "created",
    "last_modified",
    "created_count",
    "failed_count",
    "total_count",
    "recipe_type__name",
    "recipe_type__version",
  ].flatMap((field): [string, Question][] => [
    [`by ${field}`, { ...all, order: [field] }],
    [`by ${field}, reversed`, { ...all, order: [`-${field}`] }],
  ]),
  ["by several fields", { ...all, order: ["-recipe_type__name", "title", "-created"] }],
  ["by a field that is named twice", { ...all, order: ["title", "-title"] }],
  ["that are SUBMITTED", { ...all, status: ["SUBMITTED"] }, 17],
  ["that are CREATED", { ...all, status: ["CREATED"] }, 6],
  ["of either status", { ...all, status: ["CREATED", "SUBMITTED"] }],
  ["of one name", { recipe_type_name: ["list-a"] }],
  ["of a name that is none", { recipe_type_name: ["list-c"] }, 0],
  ["of some recipe types", ({ listed: [first, , third] }) => ({ recipe_type_id: [first, third] })],
  ["of a recipe type that is none", { recipe_type_id: [999_999] }],
  ["from a time on", { ...all, started: "2016-02-03T00:00:00.000001Z" }],
  ["up to a time", { ...all, ended: "2016-02-03T00:00:00.000000Z" }],
  ["between times, of other zones", { ...all, started: "2016-02-02T02:00:00+02:00", ended: "2016-02-05T00:00:00Z" }],
  [
    "under all conditions at once",
    { ...all, status: ["SUBMITTED"], started: "2016-02-02T00:00:00Z", ended: "2016-02-06T00:00:00Z", order: ["-title"] },
  ],
];
const wrongLists: [string, Question, string[]][] = [
  ["from a time without a zone", { started: "2016-02-03T00:00:00" }, ["started"]],
  ["up to what is no time", { ended: "yesterday" }, ["ended"]],
  ["by a field that is none", { order: ["banana"] }, ["order"]],
];

const pages: Scenario[] = [
  ...lists.flatMap(([name, question, count]) =>
    [4, 1000].map(
      (size): Scenario => ({
        name: `lists batches ${name}, by ${size}`,
        run: (door, world) => door.batches(typeof question === "function" ? question(world) : question, size),
        ...(count !== undefined && { expected: { count } }),
      }),
    ),
  ),
  ...wrongLists.map(
    ([name, question, refused]): Scenario => ({
      name: `does not list batches ${name}`,
      run: (door) => door.batches(question, 10),
      expected: { refused },
    }),
  ),
  ...([{}, { is_active: true }, { is_active: false }, { name: ["alpha", "list-a"] }, { name: ["nope"] }] as CatalogueQuestion[]).map(
    (question): Scenario => ({
      name: `lists recipe types where ${JSON.stringify(question)}`,
      run: (door) => door.recipeTypes(question, 3),
    }),
  ),
];

/** The one table of what both doors offer. */
export const scenarios: readonly Scenario[] = [...pages, ...reads, ...inputs, ...keys];
