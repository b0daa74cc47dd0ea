import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Database, type Db, openDatabase } from "../../../src/db/database.js";
import { expandBatch } from "../../../src/domain/batch/expand/expandBatch.js";
import { type KeyChecks, whyCheckedByRow } from "../../../src/domain/batch/expand/keyChecks.js";
import { begin, makeManyRecipes, makeRecipe, makeType, runBatch, submit } from "../../support/catalogue.js";
import { expectSound } from "../../support/catalogueChecks.js";
import { useDatabase } from "../../support/database.js";

const database = useDatabase();

/** A batch that has begun, over recipes that a batch has made before: it keeps a job and runs one again, and both have a root. */
async function beginSecondBatch(): Promise<number> {
  const type = await makeType(database(), "a b<a");
  await makeRecipe(database(), type, { files: [["2016-01-01T00:00:00Z", null]] });
  await runBatch(database(), type, { all_jobs: true });
  await runBatch(database(), type, { all_jobs: true });
  const id = await submit(database(), type, { job_names: ["b"] });
  await begin(database(), id);
  return id;
}

/** Takes a turn at a batch, and waits before it commits the first chunk. @param whenMade gets the chunk's transaction */
async function expandAndHold(batchId: number, checks: KeyChecks, whenMade: (tx: Db) => Promise<void>): Promise<void> {
  let isFirst = true;
  const holding: Db = {
    prisma: database().prisma,
    query: database().query.bind(database()),
    statements: (work) => database().statements(work),
    transaction: (work) =>
      database().transaction(async (tx) => {
        const result = await work(tx);
        if (isFirst) await whenMade(tx);
        isFirst = false;
        return result;
      }),
  };
  const pace = { slices: 100, record: () => {}, halve: () => {} };
  await expandBatch(holding, { batchId, lane: 1, isOver: () => false, pace, checks });
}

interface Key {
  readonly name: string;
  readonly from: string;
  readonly column: string;
  readonly to: string;
}

/** The foreign keys of the tables that a chunk adds rows to. */
const selectKeys = `
  SELECT c.conname AS name, c.conrelid::regclass::text AS from, a.attname AS column, c.confrelid::regclass::text AS to
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.contype = 'f' AND c.conrelid::regclass::text IN
    ('trigger_event', 'recipe', 'recipe_file', 'job', 'recipe_job', 'batch_recipe', 'batch_job') ORDER BY 1`;

/** A row to which the new rows refer by a key, and which was there before them; none where they refer to none. */
async function findReferred(tx: Db, { from, column, to }: Key): Promise<number | null> {
  const isNew = (row: string, table: string) =>
    `${row}.xmin = pg_current_xact_id()::xid${table === "recipe" || table === "job" ? ` AND NOT ${row}.is_superseded` : ""}`;
  // The batch and its creator's job are changed by the transaction, and are older.
  const isOlder = to === "batch" ? "true" : `NOT (${isNew("r", to)})`;
  const text = `SELECT n.${column}::int AS id FROM ${from} n JOIN ${to} r ON r.id = n.${column}
    WHERE ${isNew("n", from)} AND ${from === "job" ? "n.batch_id IS NOT NULL" : "true"} AND ${isOlder} LIMIT 1`;
  return (await tx.query<{ id: number }>({ text }))[0]?.id ?? null;
}

/** Deletes a row, to see what becomes of it. @returns the SQLSTATE with which it fails; 55P03: it waits for a lock */
async function tryToDelete(table: string, id: number): Promise<string> {
  const client = new pg.Client(database().url);
  onTestFinished(() => client.end());
  await client.connect();
  await client.query("BEGIN; SET LOCAL lock_timeout = 100");
  const outcome = await client.query(`DELETE FROM ${table} WHERE id = $1`, [id]).then(
    () => "deleted",
    (error: pg.DatabaseError) => error.code as string,
  );
  await client.query("ROLLBACK");
  return outcome;
}

/** How each of the rows that a chunk refers to is kept from being deleted before it commits. */
async function findOutcomes(checks: KeyChecks): Promise<Record<string, string>> {
  const keys = await database().query<Key>({ text: selectKeys });
  const outcomes: Record<string, string> = {};
  await expandAndHold(await beginSecondBatch(), checks, async (tx) => {
    for (const key of keys) {
      const id = await findReferred(tx, key);
      if (id !== null) outcomes[key.name] = await tryToDelete(key.to, id);
    }
  });
  return outcomes;
}

/** The keys by which new rows refer to others than new ones. */
const outwards = [
  ...["batch_job_batch_id_fkey", "batch_job_job_id_fkey", "batch_job_superseded_job_id_fkey"],
  ...["batch_recipe_batch_id_fkey", "batch_recipe_superseded_recipe_id_fkey"],
  ...["job_job_type_id_fkey", "job_job_type_rev_id_fkey", "job_root_superseded_job_id_fkey", "job_superseded_job_id_fkey"],
  ...["recipe_file_scale_file_id_fkey", "recipe_job_job_id_fkey", "recipe_recipe_type_id_fkey", "recipe_recipe_type_rev_id_fkey"],
  ...["recipe_root_superseded_recipe_id_fkey", "recipe_superseded_recipe_id_fkey"],
];
const allWait = Object.fromEntries(outwards.map((name) => [name, "55P03"]));

describe.each(["BY_ROW", "BY_CHUNK"] as const)("Where foreign keys are checked %s", (checks) => {
  it("whoever deletes a row to which a chunk refers waits until it has committed, for each key", async () => {
    expect(await findOutcomes(checks)).toEqual(allWait);
    await expectSound(database());
  });

  it("a file that is deleted while a chunk waits for it leaves no reference behind", async () => {
    const type = await makeType(database(), "a");
    await makeRecipe(database(), type, { files: [["2016-01-01T00:00:00Z", null]] });
    const batchId = await submit(database(), type, { all_jobs: true });
    await begin(database(), batchId);
    const client = new pg.Client(database().url);
    onTestFinished(() => client.end());
    await client.connect();
    await client.query("BEGIN");
    const { rows } = await client.query(
      "DELETE FROM recipe_file WHERE id = (SELECT max(id) FROM recipe_file) RETURNING scale_file_id AS id",
    );
    await client.query("DELETE FROM scale_file WHERE id = $1", [rows[0].id]);
    const failed: unknown[] = [];
    const pace = { slices: 100, record: () => {}, halve: ({ cause }: { cause?: unknown }) => void failed.push(cause) };
    const turn = expandBatch(database(), { batchId, lane: 1, isOver: () => failed.length > 0, pace, checks }).catch((error) =>
      failed.push(error.cause),
    );
    const waits = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await expect.poll(async () => (await database().query({ text: waits })).length).toBeGreaterThan(0);
    await client.query("COMMIT");
    await turn;
    // Row by row, the chunk fails and is done again. Otherwise, that has been done already.
    expect(failed.length).toBe(checks === "BY_ROW" ? 1 : 0);
    await expectSound(database());
  });
});

/** Opens the database as a role that has no more rights than the gateway needs. */
async function openAsPlainRole(): Promise<Database> {
  const role = `plain_${process.pid}`;
  await database().query({ text: `CREATE ROLE ${role} LOGIN PASSWORD '${role}'` });
  const url = new URL(database().url);
  [url.username, url.password] = [role, role];
  const plain = openDatabase(url.href, 2);
  onTestFinished(async () => {
    await plain.close();
    await database().query({ text: `DROP ROLE ${role}` });
  });
  return plain;
}

describe("Foreign keys are checked chunk by chunk", () => {
  it("where the role may switch triggers off, and only there", async () => {
    expect(await whyCheckedByRow(database())).toBeNull();
    expect(await whyCheckedByRow(await openAsPlainRole())).toBe("the role may not set session_replication_role");
  });

  it("only where no trigger of others would be switched off, too", async () => {
    await database().query({ text: "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'" });
    await database().query({ text: "CREATE TRIGGER audit AFTER INSERT ON recipe FOR EACH ROW EXECUTE FUNCTION audit()" });
    expect(await whyCheckedByRow(database())).toBe("the trigger audit of recipe would not fire");
    await database().query({ text: "DROP TRIGGER audit ON recipe; DROP FUNCTION audit" });
  });

  it("with the same rows and counts as row by row", async () => {
    const made: unknown[] = [];
    for (const checks of ["BY_ROW", "BY_CHUNK"] as const) {
      const type = await makeType(database(), "a b<a c<b", { name: `same-${checks}` });
      await makeManyRecipes(database(), type, 50);
      await runBatch(database(), type, { all_jobs: true });
      const batchId = await submit(database(), type, { job_names: ["b"] });
      await begin(database(), batchId);
      const pace = { slices: 100, record: () => {}, halve: () => {} };
      await expandBatch(database(), { batchId, lane: 1, isOver: () => false, pace, checks });
      const tally = "SELECT status, sum(n)::int AS n FROM work_tally WHERE batch_id = $1 GROUP BY 1 ORDER BY 1";
      const jobs = "SELECT status, count(*)::int AS n FROM job WHERE batch_id = $1 GROUP BY 1 ORDER BY 1";
      made.push([await database().query({ text: tally }, [batchId]), await database().query({ text: jobs }, [batchId])]);
    }
    expect(made[1]).toEqual(made[0]);
    await expectSound(database());
  });
});
