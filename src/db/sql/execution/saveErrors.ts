import type { Statement } from "../../database.js";

/**
 * $1 names, $2 the most errors that there may be. Makes the errors of these names that there are not. Returns the names that there are then;
 * where there would be too many, a new one is left out.
 */
export const saveErrors: Statement = {
  name: "save_errors",
  text: `
    WITH made AS (
      INSERT INTO error (name, category)
      SELECT name, 'ALGORITHM' FROM unnest($1::text[]) AS n (name)
      WHERE (SELECT count(*) FROM error) < $2::int AND NOT EXISTS (SELECT FROM error e WHERE e.name = n.name)
      ON CONFLICT (name) DO NOTHING RETURNING name
    )
    SELECT name FROM made UNION SELECT name FROM error WHERE name = ANY($1::text[])`,
};
