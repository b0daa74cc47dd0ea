import type { Parameters } from "../parameters.js";

/** Which recipes a batch matches, as conditions. */
export interface Match {
  readonly recipeTypeId: number;
  /** The current revision, whose recipes are left out. Null: no revision is left out. */
  readonly exceptRevisionId: number | null;
  /** Inclusive bounds, ISO-8601 with a zone. */
  readonly dateRange: { readonly type: "created" | "data"; readonly started?: string; readonly ended?: string } | null;
  /**
   * The batch that is retried. Only the recipes match that it failed to re-process or never came to, whatever has become of them, and the
   * other conditions do not apply. Null: the batch is no retry.
   */
  readonly retriedBatchId: number | null;
}

/**
 * The conditions as SQL about `recipe r`. Input files are looked for with EXISTS, so a recipe counts once, however many of its files match.
 * A join with DISTINCT would sort every matched recipe. Scale 4.1 joined without DISTINCT, and matched recipes several times.
 */
export function matchesRecipe(match: Match, parameters: Parameters): string {
  if (match.retriedBatchId !== null) {
    const batch = parameters.add(match.retriedBatchId, "int");
    return `r.id IN (
      SELECT superseded_recipe_id FROM batch_recipe WHERE batch_id = ${batch} AND failure_code IS NOT NULL
      UNION ALL SELECT unnest(recipe_ids) FROM batch_slice WHERE batch_id = ${batch})`;
  }
  const conditions = [`r.recipe_type_id = ${parameters.add(match.recipeTypeId, "int")}`, "NOT r.is_superseded"];
  if (match.exceptRevisionId !== null) conditions.push(`r.recipe_type_rev_id <> ${parameters.add(match.exceptRevisionId, "int")}`);
  const { type, started, ended } = match.dateRange ?? {};
  for (const [bound, operator] of [
    [started, ">="],
    [ended, "<="],
  ] as const) {
    if (bound === undefined) continue;
    const time = parameters.add(bound, "timestamptz");
    conditions.push(type === "data" ? hasFile(operator, time) : `r.created ${operator} ${time}`);
  }
  return conditions.join(" AND ");
}

const hasFile = (operator: string, time: string): string => `EXISTS (
    SELECT FROM recipe_file rf JOIN scale_file f ON f.id = rf.scale_file_id
    WHERE rf.recipe_id = r.id AND (f.data_started ${operator} ${time} OR f.data_ended ${operator} ${time}))`;

/** SQL for a number that is the same for the same set of recipes. For any other set it is another number, but for a chance of 2^-64. */
export const fingerprint = (table: string): string => `coalesce(bit_xor(hashint8extended(${table}.id, 0)), 0)::text`;
