import type { Db } from "../../src/db/database.js";

/**
 * Makes INSERTs into a table fail, as a full disk or a broken constraint would.
 * @param when a condition on the row NEW; all of them by default
 * @param sqlState the failure's SQLSTATE; by default that of an exception that a trigger raises
 * @returns a function that ends the fault
 */
export const failOn = (db: Db, table: string, when = "true", sqlState = "P0001"): Promise<() => Promise<void>> =>
  beforeInsert(db, table, "injected_failure", `RAISE 'injected failure' USING ERRCODE = '${sqlState}'`, when);

/**
 * Makes each INSERT of a row into a table take so many seconds longer.
 * @returns a function that ends the fault
 */
export const slowDown = (db: Db, table: string, seconds: number): Promise<() => Promise<void>> =>
  beforeInsert(db, table, "injected_delay", `PERFORM pg_sleep(${seconds}); RETURN NEW`, "true");

async function beforeInsert(db: Db, table: string, name: string, statements: string, when: string): Promise<() => Promise<void>> {
  const run = (text: string) => db.query({ text });
  await run(`CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${statements}; END $$`);
  await run(`CREATE TRIGGER ${name} BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION ${name}()`);
  // It fires also where the triggers of foreign keys are switched off.
  await run(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`);
  return async () => void (await run(`DROP TRIGGER ${name} ON ${table}`));
}
