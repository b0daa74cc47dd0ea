import { expect } from "vitest";
import type { Database, Db } from "../../src/db/database.js";
import { findViolations } from "../../src/domain/findViolations.js";
import { batchOf } from "./recipeViews.js";

/** Rows that no correct expansion leaves behind, whatever happened to its workers. */
const faults = {
  "recipes with two successors":
    "SELECT superseded_recipe_id FROM recipe WHERE superseded_recipe_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1",
  "superseded recipes without a successor":
    "SELECT FROM recipe o WHERE is_superseded AND NOT EXISTS (SELECT FROM recipe n WHERE n.superseded_recipe_id = o.id)",
  "successors of recipes that are not superseded":
    "SELECT FROM recipe n JOIN recipe o ON o.id = n.superseded_recipe_id WHERE NOT o.is_superseded",
  "new recipes that no batch knows":
    "SELECT FROM recipe r WHERE superseded_recipe_id IS NOT NULL AND NOT EXISTS (SELECT FROM batch_recipe b WHERE b.recipe_id = r.id)",
  "recipes with too few or too many jobs": `SELECT FROM recipe r JOIN recipe_type_revision v ON v.id = r.recipe_type_rev_id
    WHERE jsonb_array_length(v.definition->'jobs') <> (SELECT count(*) FROM recipe_job j WHERE j.recipe_id = r.id)`,
  "jobs that no recipe has": `SELECT FROM job j JOIN job_type t ON t.id = j.job_type_id
    WHERE NOT t.is_system AND NOT EXISTS (SELECT FROM recipe_job r WHERE r.job_id = j.id)`,
  "recipes without the files of those they supersede": `SELECT FROM recipe n WHERE superseded_recipe_id IS NOT NULL
    AND (SELECT array_agg(scale_file_id ORDER BY 1) FROM recipe_file WHERE recipe_id = n.id)
      IS DISTINCT FROM (SELECT array_agg(scale_file_id ORDER BY 1) FROM recipe_file WHERE recipe_id = n.superseded_recipe_id)`,
  "recipes with other times than those they supersede": `SELECT FROM recipe n JOIN recipe o ON o.id = n.superseded_recipe_id
    WHERE (n.source_started, n.source_ended) IS DISTINCT FROM (o.source_started, o.source_ended)`,
  "batch jobs that are not one for each recipe job": `SELECT FROM batch_recipe b JOIN recipe_job j ON j.recipe_id = b.recipe_id
    LEFT JOIN batch_job k ON k.batch_id = b.batch_id AND k.job_id = j.job_id GROUP BY b.batch_id, j.id HAVING count(k.id) <> 1`,
  "events that caused nothing": `SELECT FROM trigger_event e WHERE NOT EXISTS (SELECT FROM recipe r WHERE r.event_id = e.id)
    AND NOT EXISTS (SELECT FROM batch b WHERE b.event_id = e.id)`,
} as const;

/** Expects that nothing is half made, doubled or lost, and that all invariants hold that `npm run verify` checks. */
export async function expectSound(db: Database): Promise<void> {
  const counts: Record<string, number> = {};
  for (const [fault, text] of Object.entries(faults)) counts[fault] = (await db.query({ text })).length;
  expect(counts).toEqual(Object.fromEntries(Object.keys(faults).map((fault) => [fault, 0])));
  expect(await findViolations(db)).toEqual([]);
}

/**
 * Expects that a batch has ended, and that it has re-processed each of these recipes exactly once.
 * @param numExes how often its creator was taken up; null: any number of times
 */
export async function expectDone(db: Db, batchId: number, recipeIds: readonly number[], numExes: number | null = 1): Promise<void> {
  const batch = await batchOf(db, batchId);
  const count = recipeIds.length;
  expect(batch).toMatchObject({ status: "CREATED", createdCount: count, failedCount: 0, totalCount: count, slices: [] });
  const matched = batch.recipes.map((row) => row.supersededRecipeId as number);
  expect(matched.sort((one, other) => one - other)).toEqual(recipeIds);
  expect(batch.creatorJob).toMatchObject({ status: "COMPLETED", numExes: numExes ?? expect.any(Number) });
  expect(batch.events.map(({ to }) => to)).toEqual(["SUBMITTED", "CREATING", "CREATED"]);
}
