import type { Json } from "./door.js";
import type { World } from "./world.js";

/** A batch over the recipe type that most inputs are about. */
export const input = (world: World, definition: Json, others: Json = {}) => ({ recipe_type_id: world.alpha.id, definition, ...others });
export const range = (date_range: Json) => ({ all_jobs: true, date_range });

/** Inputs that are valid. Both validated and created. */
export const valid: [string, Json, Json?][] = [
  ["nothing but a recipe type", {}],
  ["all jobs", { all_jobs: true }],
  ["job names", { job_names: ["publish"] }],
  ["no job names", { job_names: [] }],
  ["1,000 job names", { job_names: Array(1000).fill("parse") }],
  [
    "null for all that may be null",
    { version: null, date_range: null, job_names: null, all_jobs: null, priority: null },
    { title: null, description: null },
  ],
  ["the version", { version: "1.0" }],
  ["a priority", { all_jobs: true, priority: -7 }],
  ["a title and a description", { all_jobs: true }, { title: "Again", description: "All of it" }],
  ["a description of 5,000 wide characters", { all_jobs: true }, { description: "🛰".repeat(5000) }],
  ["a title of 50 wide characters", { all_jobs: true }, { title: "🛰".repeat(50) }],
  ["a range of creation", range({ started: "2016-01-01T00:00:00Z", ended: "2017-01-01T00:00:00.000Z" })],
  ["a range of data, of other zones", range({ type: "data", started: "2016-01-01T02:00:00+02:00", ended: "2016-12-31T12:00:00.5-12:00" })],
  ["a range that is open at its end", range({ started: "2016-01-01T00:00:00Z" })],
  ["a range that is open at its start", range({ started: null, ended: "2016-01-10T00:00:00Z" })],
];

/** Inputs that are odd, with the warnings. */
export const odd: [string, (world: World) => Json, string[]][] = [
  ["a job name that is none", (world) => input(world, { job_names: ["parse", "nope"] }), ["UNKNOWN_JOB_NAME"]],
  ["job names beside all jobs", (world) => input(world, { job_names: ["parse"], all_jobs: true }), ["JOB_NAMES_IGNORED"]],
  [
    "a range in the future",
    (world) => input(world, range({ started: "2100-01-01T00:00:00.000Z" })),
    ["DATE_RANGE_IN_FUTURE", "NO_RECIPES"],
  ],
  ["a range that matches nothing", (world) => input(world, range({ ended: "1999-01-01T00:00:00Z" })), ["NO_RECIPES"]],
  ["recipes that can't be re-processed", ({ stuck }) => ({ recipe_type_id: stuck.id, definition: {} }), ["CANNOT_REPROCESS"]],
  [
    "a recipe type that is not active",
    ({ retired }) => ({ recipe_type_id: retired.id, definition: { all_jobs: true } }),
    ["RECIPE_TYPE_INACTIVE"],
  ],
];

/** Inputs that are refused, with the fields that are blamed. */
export const wrong: [string, (world: World) => Json, string[]][] = [
  ["no recipe type", () => ({ definition: {} }), ["recipe_type_id"]],
  ["a recipe type that is none", () => ({ recipe_type_id: 999_999, definition: {} }), ["recipe_type_id"]],
  ["a recipe type that can be none", () => ({ recipe_type_id: 0, definition: {} }), ["recipe_type_id"]],
  ["a recipe type that no integer holds", () => ({ recipe_type_id: 99_999_999_999, definition: {} }), ["recipe_type_id"]],
  ["a recipe type that is a word", () => ({ recipe_type_id: "alpha", definition: {} }), ["recipe_type_id"]],
  ["no definition", ({ alpha }) => ({ recipe_type_id: alpha.id }), ["definition"]],
  ["a definition that is null", (world) => input(world, null), ["definition"]],
  ["a definition that is a word", (world) => input(world, "all"), ["definition"]],
  ["a title of 51 characters", (world) => input(world, {}, { title: "x".repeat(51) }), ["title"]],
  ["a title that is true", (world) => input(world, {}, { title: true }), ["title"]],
  ["a title that can't be stored", (world) => input(world, {}, { title: "a\0" }), ["title"]],
  ["a description of 5,001 characters", (world) => input(world, {}, { description: "x".repeat(5001) }), ["description"]],
  ["a description that is a list", (world) => input(world, {}, { description: [] }), ["description"]],
  ["a description that can't be stored", (world) => input(world, {}, { description: "\0" }), ["description"]],
  ["a key that is none", (world) => input(world, { jobs: ["parse"] }), ["definition.jobs"]],
  ["another version", (world) => input(world, { version: "1.1" }), ["definition.version"]],
  ["a version that is a number", (world) => input(world, { version: 1 }), ["definition.version"]],
  ["all jobs by a word", (world) => input(world, { all_jobs: "yes" }), ["definition.all_jobs"]],
  ["job names that are numbers", (world) => input(world, { job_names: [1] }), ["definition.job_names"]],
  ["1,001 job names", (world) => input(world, { job_names: Array(1001).fill("parse") }), ["definition.job_names"]],
  ["a job name of 101 characters", (world) => input(world, { job_names: ["x".repeat(101)] }), ["definition.job_names"]],
  ["a priority by a word", (world) => input(world, { priority: "high" }), ["definition.priority"]],
  ["a priority that is no integer", (world) => input(world, { priority: 1.5 }), ["definition.priority"]],
  ["a priority that no integer holds", (world) => input(world, { priority: 2 ** 31 }), ["definition.priority"]],
  ["a range that is a word", (world) => input(world, { date_range: "2016" }), ["definition.date_range"]],
  ["a range without bounds", (world) => input(world, { date_range: { type: "data" } }), ["definition.date_range"]],
  [
    "a range with a key that is none",
    (world) => input(world, range({ ended: "2016-01-01T00:00:00Z", from: "2015-01-01T00:00:00Z" })),
    ["definition.date_range.from"],
  ],
  [
    "a range of another type",
    (world) => input(world, range({ type: "born", ended: "2016-01-01T00:00:00Z" })),
    ["definition.date_range.type"],
  ],
  ["a bound without a zone", (world) => input(world, range({ started: "2016-01-01T00:00:00" })), ["definition.date_range.started"]],
  [
    "a bound on a day that does not exist",
    (world) => input(world, range({ ended: "2016-02-30T00:00:00Z" })),
    ["definition.date_range.ended"],
  ],
  [
    "several things",
    (world) => input(world, { version: "2", date_range: {} }, { recipe_type_id: 999_999, title: "x".repeat(51) }),
    ["recipe_type_id", "title", "definition.version", "definition.date_range"],
  ],
];
