import type { Db } from "../../database.js";
import type { RecipeType } from "../../generated/client.js";
import { Parameters } from "../parameters.js";
import { prepared } from "../prepared.js";
import type { Path } from "../view/tables.js";
import { viewOf } from "../view/viewOf.js";

/** Conditions on recipe types, AND-ed; the members of a list are OR-ed, and an empty list matches nothing. */
export interface RecipeTypePageFilter {
  readonly names?: readonly string[];
  readonly versions?: readonly string[];
  readonly isActive?: boolean;
  /** Inclusive bounds on the last modification: ISO-8601 with a zone. */
  readonly started?: string;
  readonly ended?: string;
}

/** The columns of a recipe type, and of the trigger rule that it leads to. */
export const recipeTypeView = viewOf("recipeType", "t");

export interface RecipeTypeOrder {
  /** Recipe types without a value there come last; in descending order they come first. */
  readonly field: Path<"recipeType">;
  readonly descending: boolean;
}

/** A recipe type; its times are PostgreSQL's text. */
export type RecipeTypePageRow = Omit<RecipeType, "created" | "archived" | "lastModified"> & {
  readonly created: string;
  readonly archived: string | null;
  readonly lastModified: string;
};

/** Reads a page by its number. Prisma would cut the bounds of a time range to milliseconds, so that `ended` would leave out its own row. */
export async function selectRecipeTypePage(
  db: Db,
  filter: RecipeTypePageFilter,
  order: readonly RecipeTypeOrder[],
  { limit, offset }: { limit: number; offset: number },
): Promise<RecipeTypePageRow[]> {
  const parameters = new Parameters();
  // The id comes last, in the direction of the field before it, so that no two recipe types are equal.
  const keys = [...order, { field: "id" as const, descending: order.at(-1)?.descending ?? false }].map(({ field, descending }) => {
    const { joins, sql } = recipeTypeView.column(field);
    return { joins, sql: `${sql} ${descending ? "DESC" : "ASC"}` };
  });
  const joins = new Set(keys.flatMap((key) => key.joins));
  const text = `
    SELECT t.id, t.name, t.version, t.title, t.description, t.is_active AS "isActive", t.definition, t.revision_num AS "revisionNum",
      t.trigger_rule_id AS "triggerRuleId", t.created, t.archived, t.last_modified AS "lastModified"
    FROM recipe_type t ${[...joins].join(" ")} ${where(filter, parameters)}
    ORDER BY ${keys.map(({ sql }) => sql).join(", ")}
    LIMIT ${limit} OFFSET ${parameters.add(offset, "bigint")}`;
  return db.query<RecipeTypePageRow>(prepared(text), parameters.values);
}

export async function countRecipeTypePage(db: Db, filter: RecipeTypePageFilter): Promise<number> {
  const parameters = new Parameters();
  const text = `SELECT count(*)::int AS "count" FROM recipe_type t ${where(filter, parameters)}`;
  const [row] = await db.query<{ count: number }>(prepared(text), parameters.values);
  return row?.count ?? 0;
}

function where(filter: RecipeTypePageFilter, parameters: Parameters): string {
  const conditions: string[] = [];
  if (filter.names) conditions.push(`t.name = ANY(${parameters.add(filter.names, "text[]")})`);
  if (filter.versions) conditions.push(`t.version = ANY(${parameters.add(filter.versions, "text[]")})`);
  if (filter.isActive !== undefined) conditions.push(`t.is_active = ${parameters.add(filter.isActive, "boolean")}`);
  if (filter.started !== undefined) conditions.push(`t.last_modified >= ${parameters.add(filter.started, "timestamptz")}`);
  if (filter.ended !== undefined) conditions.push(`t.last_modified <= ${parameters.add(filter.ended, "timestamptz")}`);
  return conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
}
