import type { Statement } from "../../database.js";

/**
 * Changes what a batch is called: $1 batch, $2 whether its title changes, $3 to what, $4 whether its description changes, $5 to what. No
 * row comes back where there is no such batch. Prisma would write Node's time as the time of the change. All other times are by
 * PostgreSQL's clock, and lists are sorted by them.
 */
export const describeBatch: Statement = {
  name: "describe_batch",
  text: `
    UPDATE batch SET title = CASE WHEN $2::boolean THEN $3::text ELSE title END,
      description = CASE WHEN $4::boolean THEN $5::text ELSE description END,
      last_modified = CASE WHEN $2 OR $4 THEN clock_timestamp() ELSE last_modified END
    WHERE id = $1::int
    RETURNING id`,
};
