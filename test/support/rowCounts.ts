import type { Db } from "../../src/db/database.js";

const ofBatches = [
  "batch",
  "batch_event",
  "batch_job",
  "batch_recipe",
  "batch_slice",
  "error",
  "idempotency_key",
  "job",
  "recipe",
  "recipe_file",
  "recipe_job",
  "scale_file",
  "trigger_event",
  "webhook_delivery",
  "graphile_worker._private_jobs",
];

const ofRecipeTypes = ["job_type", "job_type_revision", "trigger_rule", "recipe_type", "recipe_type_revision"];

/** How many rows there are of everything that a batch may write: equal before and after what must leave no trace. */
export const rowCounts = (db: Db): Promise<Record<string, number>> => countRows(db, ofBatches);

/** The same of everything that a recipe type's document may write. */
export const recipeTypeCounts = (db: Db): Promise<Record<string, number>> => countRows(db, ofRecipeTypes);

async function countRows(db: Db, tables: readonly string[]): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table})::int AS "${table}"`);
  const [row] = await db.query<Record<string, number>>({ text: `SELECT ${counts.join(", ")}` });
  return row ?? {};
}
