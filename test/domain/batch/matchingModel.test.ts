import fc from "fast-check";
import { expect, test } from "vitest";
import { validateBatch } from "../../../src/domain/batch/create/validateBatch.js";
import { batchInput, makeRecipe, makeType, revise, runBatch } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";

const database = useDatabase();

/** A recipe as the model sees it; times are small numbers, so that bounds often hit them. */
interface ModelRecipe {
  readonly id: number;
  readonly revision: number;
  readonly created: number;
  readonly files: readonly (readonly [number | null, number | null])[];
  superseded: boolean;
}

interface ModelDefinition {
  readonly jobs: "none" | "named" | "all";
  readonly range: { readonly type: "created" | "data"; readonly started: number | null; readonly ended: number | null } | null;
}

/** The requirement, read to the letter. */
function shouldMatch({ revision, created, files, superseded }: ModelRecipe, { jobs, range }: ModelDefinition, current: number): boolean {
  if (superseded || (jobs === "none" && revision >= current)) return false;
  const { type, started, ended } = range ?? { type: "created", started: null, ended: null };
  const atLeast = (time: number | null, bound: number) => time !== null && time >= bound;
  const atMost = (time: number | null, bound: number) => time !== null && time <= bound;
  if (type === "created") return (started === null || created >= started) && (ended === null || created <= ended);
  return (
    (started === null || files.some(([from, to]) => atLeast(from, started) || atLeast(to, started))) &&
    (ended === null || files.some(([from, to]) => atMost(from, ended) || atMost(to, ended)))
  );
}

const instant = (time: number): string => `2016-01-01T00:00:00.00000${time}Z`;
const orNull = <T>(time: number | null, make: (time: number) => T): T | null => (time === null ? null : make(time));

const time = fc.nat(6);
const maybe = fc.option(time, { freq: 3 });
const recipe = fc.record({ created: time, files: fc.array(fc.tuple(maybe, maybe), { maxLength: 3 }) });
const range = fc
  .record({ type: fc.constantFrom("created" as const, "data" as const), started: maybe, ended: maybe })
  .filter(({ started, ended }) => started !== null || ended !== null);
/** Null: no batch, but a new revision of the recipe type. */
const step = fc.option(fc.record({ jobs: fc.constantFrom("none" as const, "named" as const, "all" as const), range: fc.option(range) }), {
  freq: 4,
});

const longAfter = 1000;

test("Batch after batch matches what the requirement says, over catalogues at random", async () => {
  const catalogue = fc.record({ old: fc.array(recipe, { maxLength: 5 }), recent: fc.array(recipe, { maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(catalogue, fc.array(step, { minLength: 1, maxLength: 5 }), async ({ old, recent }, steps) => {
      const db = database();
      const type = await makeType(db, "a b<a");
      const recipes: ModelRecipe[] = [];
      let current = 1;
      const newRevision = () => revise(db, type, `a b@${++current}<a`);
      const add = async ({ created, files }: Pick<ModelRecipe, "created" | "files">) => {
        const times = files.map(([from, to]) => [orNull(from, instant), orNull(to, instant)] as const);
        const id = await makeRecipe(db, type, { created: instant(created), files: times });
        recipes.push({ id, revision: current, created, files, superseded: false });
      };
      for (const sketch of old) await add(sketch);
      await newRevision();
      for (const sketch of recent) await add(sketch);

      for (const definition of steps) {
        if (definition === null) {
          await newRevision();
          continue;
        }
        const { jobs, range } = definition;
        const document = {
          ...(jobs === "named" && { job_names: ["b"] }),
          ...(jobs === "all" && { all_jobs: true }),
          ...(range && { date_range: { type: range.type, started: orNull(range.started, instant), ended: orNull(range.ended, instant) } }),
        };
        const expected = recipes.filter((one) => shouldMatch(one, definition, current));
        const preview = await validateBatch(db, batchInput(type, document));
        expect(preview.recipeCount).toBe(expected.length);
        const rows = await db.prisma.batchRecipe.findMany({ where: { batchId: await runBatch(db, type, document) } });
        const ids = rows.map((row) => row.supersededRecipeId as number);
        expect(ids.sort((one, other) => one - other)).toEqual(expected.map(({ id }) => id));
        for (const row of rows) {
          const before = expected.find(({ id }) => id === row.supersededRecipeId) as ModelRecipe;
          before.superseded = true;
          recipes.push({ id: row.recipeId as number, revision: current, created: longAfter, files: before.files, superseded: false });
        }
        recipes.sort((one, other) => one.id - other.id);
      }
    }),
    { numRuns: 20, seed: 20_161_027 },
  );
}, 60_000);
