import type { Db } from "../../src/db/database.js";
import { loadRecipeType } from "../../src/domain/recipe/loadRecipeType.js";
import { definitionOf } from "./catalogue.js";

/** Columns of a row of the table batch that a test wants to choose; times are to the microsecond. */
export interface BatchRow {
  readonly title?: string | null;
  readonly status?: string;
  readonly created?: string;
  readonly last_modified?: string;
  readonly created_count?: number;
  readonly failed_count?: number;
  readonly total_count?: number;
  readonly recipe_type_id?: number;
  readonly created_by?: string;
}

/** Loads a recipe type for batches to be of. @returns its id */
export async function makeTypeNamed(db: Db, name: string, version: string): Promise<number> {
  const definition = definitionOf("parse");
  const job_types = [{ name: "parse", version: "1", job_type_interface: { version: "1.0" } }];
  return (await loadRecipeType(db, { name, version, definition, job_types })).recipeType.id;
}

/**
 * Inserts batches as they are, in no queue: what lists show does not depend on how rows came to be.
 * @returns their ids, in order
 */
export async function insertBatches(db: Db, recipeTypeId: number, rows: readonly BatchRow[]): Promise<number[]> {
  const text = `
    WITH event AS (INSERT INTO trigger_event (type, description) VALUES ('USER', '{"user": "Anonymous"}') RETURNING id)
    INSERT INTO batch (title, status, created, last_modified, created_count, failed_count, total_count, recipe_type_id, created_by,
      event_id, definition)
    SELECT title, coalesce(status, 'CREATED'), coalesce(created, now()), coalesce(last_modified, now()), coalesce(created_count, 0),
      coalesce(failed_count, 0), coalesce(total_count, 0), coalesce(recipe_type_id, $2::int), coalesce(created_by, 'Anonymous'),
      event.id, '{"version": "1.0", "all_jobs": true}'
    FROM event, json_to_recordset($1::json) AS r (title text, status text, created timestamptz, last_modified timestamptz,
      created_count int, failed_count int, total_count int, recipe_type_id int, created_by text)
    RETURNING id`;
  return (await db.query<{ id: number }>({ text }, [JSON.stringify(rows), recipeTypeId])).map(({ id }) => id);
}
