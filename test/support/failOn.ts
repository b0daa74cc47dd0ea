import type { Db } from "../../src/db/database.js";

/**
 * Makes INSERTs into a table fail, as a full disk or a broken constraint would.
 * @param when a condition on the row NEW; all of them by default
 * @returns what mends it
 */
export async function failOn(db: Db, table: string, when = "true"): Promise<() => Promise<void>> {
  const run = (text: string) => db.query({ text });
  await run("CREATE OR REPLACE FUNCTION injected_failure() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'injected failure'; END $$");
  await run(`CREATE TRIGGER injected_failure BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${when})
    EXECUTE FUNCTION injected_failure()`);
  return async () => void (await run(`DROP TRIGGER injected_failure ON ${table}`));
}
