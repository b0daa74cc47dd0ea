import type { Db, Statement } from "../../database.js";
import { Parameters } from "../parameters.js";
import { failedJobsOf, fingerprint, type Match, matchedRecipes, matchesRecipe } from "./matchedRecipes.js";

/** The matched recipes of one revision that have the same failed jobs to run again. */
export interface RevisionMatches {
  readonly revisionId: number;
  readonly failedJobs: string[];
  readonly count: number;
  /** See `fingerprint`. The fingerprints of several revisions are combined by XOR. */
  readonly fingerprint: string;
}

/** Counts what a batch matches, by revision, in one pass over an index (Prisma's groupBy knows neither EXISTS nor bit_xor). */
export async function countMatches(db: Db, match: Match): Promise<RevisionMatches[]> {
  const parameters = new Parameters();
  const { from, failedJobs } = matchedRecipes(match, parameters);
  const text = `
    SELECT r.recipe_type_rev_id AS "revisionId", ${failedJobs ?? "'{}'::text[]"} AS "failedJobs", count(*)::int AS "count",
      ${fingerprint("r")} AS "fingerprint"
    ${from}
    GROUP BY r.recipe_type_rev_id ${failedJobs ? `, ${failedJobs}` : ""} ORDER BY 1, 2`;
  return db.query({ text }, parameters.values);
}

/** Counts the input files of what a batch matches, each once. */
export async function countMatchedFiles(db: Db, match: Match): Promise<number> {
  const parameters = new Parameters();
  const text = `
    SELECT count(DISTINCT rf.scale_file_id)::int AS "count"
    FROM recipe r JOIN recipe_file rf ON rf.recipe_id = r.id WHERE ${matchesRecipe(match, parameters)}`;
  const [row] = await db.query<{ count: number }>({ text }, parameters.values);
  return row?.count ?? 0;
}

/**
 * Tells for each of the others whether there is a recipe that both it and `match` match. One statement asks for all of them, and contains
 * equal ones only once.
 */
export async function findOverlaps(db: Db, match: Match, others: readonly Match[]): Promise<boolean[]> {
  const distinct = new Map(others.map((other) => [JSON.stringify(other), other]));
  const parameters = new Parameters();
  const own = matchesRecipe(match, parameters);
  const overlaps = [...distinct.values()].map(
    (other) => `EXISTS (SELECT FROM recipe r WHERE ${own} AND ${matchesRecipe(other, parameters)})`,
  );
  if (overlaps.length === 0) return [];
  const text = `SELECT ARRAY[${overlaps.join(", ")}] AS "overlaps"`;
  const [row] = await db.query<{ overlaps: boolean[] }>({ text }, parameters.values);
  const found = new Map([...distinct.keys()].map((key, i) => [key, row?.overlaps[i] === true]));
  return others.map((other) => found.get(JSON.stringify(other)) === true);
}

/** Recipes that a retry goes on with, beside those at which the batch failed. */
export interface RetryableRow {
  /** Those that the batch matched and has not come to. */
  readonly left: number;
  /** Those that it made, that are not superseded, and that have FAILED jobs. */
  readonly withFailedJobs: number;
}

/** $1 batch. */
export const countRetryable: Statement = {
  text: `
    SELECT (SELECT coalesce(sum(cardinality(recipe_ids)), 0) FROM batch_slice WHERE batch_id = $1::int)::int AS "left",
      (SELECT count(*) FROM (${failedJobsOf("$1::int")}) failed)::int AS "withFailedJobs"`,
};
