import pg from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { readMigrations } from "../../src/db/readMigrations.js";
import { countBatches } from "../../src/domain/batch/read/findBatches.js";
import { type BatchRow, insertBatches, makeTypeNamed } from "../support/batchRows.js";
import { useDatabase, useServerObjects } from "../support/database.js";

const database = useDatabase();
const server = useServerObjects();

const statuses = ["SUBMITTED", "CREATING", "PAUSED", "CREATED", "CANCELED", "FAILED"];
/** Two of one name. */
const types: number[] = [];
beforeAll(async () => {
  for (const [name, version] of [
    ["alpha", "1"],
    ["alpha", "2"],
    ["beta", "1"],
  ] as const) {
    types.push(await makeTypeNamed(database(), name, version));
  }
});

const run = (text: string, values: readonly unknown[] = []) => database().query({ text }, values);
const insert = (...rows: BatchRow[]) => insertBatches(database(), types[0] as number, rows);
const pick = <Item>(items: readonly Item[], random: () => number): Item => items[Math.floor(random() * items.length)] as Item;

/** By recipe type and status. */
type Counts = Record<string, number>;
const countsOf = (rows: readonly { key: string; n: number }[]): Counts => Object.fromEntries(rows.map(({ key, n }) => [key, n]));
const key = "recipe_type_id || ' ' || status AS key";
const tallied = `SELECT ${key}, sum(n)::int AS n FROM batch_tally GROUP BY 1 HAVING sum(n) <> 0`;
const counted = `SELECT ${key}, count(*)::int AS n FROM batch GROUP BY 1`;

/** Reads both numbers in one snapshot. */
async function bothCounts(client: pg.ClientBase): Promise<{ tallied: Counts; counted: Counts }> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const one = countsOf((await client.query(tallied)).rows);
  const other = countsOf((await client.query(counted)).rows);
  await client.query("COMMIT");
  return { tallied: one, counted: other };
}

async function expectEqual(db = database()): Promise<Counts> {
  const client = await db.pool.connect();
  const counts = await bothCounts(client).finally(() => client.release());
  expect(counts.tallied).toEqual(counts.counted);
  return counts.counted;
}

const tallyRows = async () => (await run("SELECT id FROM batch_tally")).length;

describe("The tally of batches is right after", () => {
  beforeEach(async () => {
    await run("DELETE FROM batch");
  });

  it("statements that make, change and remove many batches at once", async () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({ status: statuses[i % 6] as string, recipe_type_id: types[i % 3] as number }));
    const ids = await insert(...rows);
    expect(Object.values(await expectEqual()).reduce((sum, n) => sum + n)).toBe(100);
    await run("UPDATE batch SET status = 'FAILED' WHERE id % 3 = 0");
    await expectEqual();
    await run("UPDATE batch SET recipe_type_id = $1::int WHERE id % 5 = 0", [types[2]]);
    await expectEqual();
    await run("UPDATE batch SET recipe_type_id = $1::int, status = 'CREATED' WHERE id % 2 = 0", [types[1]]);
    await expectEqual();
    await run("UPDATE batch SET title = 'Repair', status = 'PAUSED', last_modified = now() WHERE id % 7 = 0");
    await expectEqual();
    await run("DELETE FROM batch WHERE id = ANY($1::int[])", [ids.slice(0, 60)]);
    expect(Object.values(await expectEqual()).reduce((sum, n) => sum + n)).toBe(40);
  });

  it("one statement that does all of this, and an insert that finds what it would insert", async () => {
    await insert({}, {}, {});
    await run(`WITH gone AS (DELETE FROM batch WHERE id = (SELECT min(id) FROM batch)),
        moved AS (UPDATE batch SET status = 'PAUSED' WHERE id = (SELECT max(id) FROM batch))
      INSERT INTO batch (recipe_type_id, event_id, definition) SELECT recipe_type_id, event_id, definition FROM batch LIMIT 2`);
    await run(`INSERT INTO batch (id, recipe_type_id, event_id, definition) SELECT id, recipe_type_id, event_id, definition FROM batch
      ON CONFLICT (id) DO UPDATE SET status = 'FAILED'`);
    expect(await expectEqual()).toEqual({ [`${types[0]} FAILED`]: 4 });
  });

  it("what is undone, in part or as a whole", async () => {
    await insert({});
    const client = await database().pool.connect();
    const copy = "INSERT INTO batch (recipe_type_id, event_id, definition) SELECT recipe_type_id, event_id, definition FROM batch LIMIT 1";
    for (const text of ["BEGIN", copy, "SAVEPOINT s", copy, "UPDATE batch SET status = 'PAUSED'", "ROLLBACK TO s", copy, "COMMIT"]) {
      await client.query(text);
    }
    for (const text of ["BEGIN", copy, "DELETE FROM batch", "ROLLBACK"]) await client.query(text);
    client.release();
    expect(await expectEqual()).toEqual({ [`${types[0]} CREATED`]: 1, [`${types[0]} SUBMITTED`]: 2 });
  });

  it("a statement that touches nothing", async () => {
    const before = await tallyRows();
    await run("DELETE FROM batch");
    await run("UPDATE batch SET status = 'FAILED'");
    expect(await tallyRows()).toBe(before);
  });

  it("TRUNCATE", async () => {
    await insert({}, {});
    await run("TRUNCATE batch CASCADE");
    expect(await expectEqual()).toEqual({});
    await insert({});
    expect(await expectEqual()).toEqual({ [`${types[0]} CREATED`]: 1 });
  });

  it.each(["_batch_tally", "_plain_tally"])("the migration %s, for the batches that there were", async (migration) => {
    const url = await server.emptyDatabase();
    const migrations = await readMigrations();
    const place = migrations.findIndex(({ name }) => name.endsWith(migration));
    const apply = async (some: typeof migrations) => {
      for (const { script } of some) await server.run(url, script);
    };
    await apply(migrations.slice(0, place));
    const old = openDatabase(url, 2);
    try {
      // By SQL: Prisma's models have columns that there were not then.
      const made = "INSERT INTO recipe_type (name, version, definition) VALUES ('alpha', '1', '{}') RETURNING id";
      const type = (await old.query<{ id: number }>({ text: made }))[0]?.id as number;
      const ids = await insertBatches(old, type, [{}, { status: "FAILED" }, { last_modified: "2015-01-01T00:00:00Z" }, {}]);
      await old.query({ text: "UPDATE batch SET status = 'PAUSED', last_modified = now() WHERE id = $1::int" }, [ids[3]]);
      await apply(migrations.slice(place));
      expect(await expectEqual(old)).toEqual({ [`${type} CREATED`]: 2, [`${type} FAILED`]: 1, [`${type} PAUSED`]: 1 });
      await old.query({ text: "UPDATE batch SET status = 'CREATED'" });
      await insertBatches(old, type, [{}]);
      expect(await expectEqual(old)).toEqual({ [`${type} CREATED`]: 5 });
    } finally {
      await old.close();
    }
  });
});

describe("The tally of batches", () => {
  it("is not touched where only recipes are counted", async () => {
    await insert({}, { title: "Repair" });
    const tallies = "SELECT id, xmin::text FROM batch_tally ORDER BY 1";
    const rows = await run(tallies);
    await run("UPDATE batch SET created_count = created_count + 1, last_modified = now()");
    await run("UPDATE batch SET status = status, title = 'Trial'");
    expect(await run(tallies)).toEqual(rows);
  });

  it("stays short, however much changes", async () => {
    const [id] = await insert({});
    for (let i = 0; i < 1000; i++) await run("UPDATE batch SET status = $2::text WHERE id = $1::int", [id, statuses[i % 6]]);
    expect(await tallyRows()).toBeLessThan(300);
    await expectEqual();
  });

  it("counts what any filter by status and recipe type matches", async () => {
    for (const status of statuses) for (const type of types) await insert(...Array(3).fill({ status, recipe_type_id: type }));
    const lists = <Item>(items: readonly Item[]) => [undefined, [], items.slice(0, 1), items.slice(1)];
    for (const chosen of lists(statuses)) {
      for (const ids of lists([...types, 999_999])) {
        for (const names of lists(["alpha", "beta", "nobody"])) {
          const filter = {
            ...(chosen && { statuses: chosen }),
            ...(ids && { recipeTypeIds: ids }),
            ...(names && { recipeTypeNames: names }),
          };
          // With who created it, batches are counted.
          const expected = await countBatches(database(), { ...filter, createdBy: ["Anonymous"] });
          expect(await countBatches(database(), filter), JSON.stringify(filter)).toBe(expected);
        }
      }
    }
  });
});

/** Small and good enough: numbers from 0 to 1 that are the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("While many write, the tally of batches", () => {
  /** What a writer does in a transaction, in whatever order. */
  const changes = [
    `INSERT INTO batch (recipe_type_id, event_id, definition, status)
      SELECT $1, (SELECT min(id) FROM trigger_event), '{}', $2 FROM generate_series(1, $3)`,
    "UPDATE batch SET status = $2 WHERE id = (SELECT id FROM batch WHERE recipe_type_id = $1 ORDER BY id OFFSET $3 LIMIT 1 FOR UPDATE SKIP LOCKED)",
    "UPDATE batch SET recipe_type_id = $1, status = $2 WHERE id IN (SELECT id FROM batch ORDER BY id DESC LIMIT $3 FOR UPDATE SKIP LOCKED)",
    "UPDATE batch SET last_modified = now() - $1 * interval '5 days', status = $2 WHERE id IN (SELECT id FROM batch ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)",
    "DELETE FROM batch WHERE id IN (SELECT id FROM batch WHERE recipe_type_id = $1 OR status = $2 ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)",
  ];

  async function write(url: string, seed: number, transactions: number): Promise<void> {
    const random = randomFrom(seed);
    const client = new pg.Client(url);
    await client.connect();
    for (let i = 0; i < transactions; i++) {
      // One in eight sees one snapshot for the whole of the transaction, and may be refused.
      await client.query(random() < 0.125 ? "BEGIN ISOLATION LEVEL REPEATABLE READ" : "BEGIN");
      try {
        for (let k = 0; k <= random() * 4; k++) {
          await client.query(pick(changes, random), [pick(types, random), pick(statuses, random), 1 + Math.floor(random() * 4)]);
        }
        await client.query(random() < 0.2 ? "ROLLBACK" : "COMMIT");
      } catch (error) {
        expect((error as { code: string }).code).toBe("40001");
        await client.query("ROLLBACK");
      }
    }
    await client.end();
  }

  it("is what count(*) gives in the same snapshot, at any moment", async () => {
    await run("DELETE FROM batch");
    await insert(...Array(30).fill({}));
    let isOver = false;
    const read = async () => {
      const client = new pg.Client(database().url);
      await client.connect();
      let moments = 0;
      for (; !isOver; moments++) {
        const counts = await bothCounts(client);
        expect(counts.tallied).toEqual(counts.counted);
      }
      await client.end();
      return moments;
    };
    const readers = [read(), read()];
    try {
      await Promise.all(Array.from({ length: 8 }, (_, i) => write(database().url, i + 1, 150)));
    } finally {
      isOver = true;
    }
    expect(Math.min(...(await Promise.all(readers)))).toBeGreaterThan(10);
    await expectEqual();
    // Each of the 8 may have held some back for a while that another would have merged.
    expect(await tallyRows()).toBeLessThan(1000);
  });
});
