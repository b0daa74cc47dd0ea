import { describe, expect, it, vi } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { useDatabase } from "../support/database.js";
import { statementsOf } from "../support/statements.js";

const database = useDatabase();

const makeError = { text: "INSERT INTO error (name, category) VALUES ($1, 'SYSTEM')" };
const isThere = async (name: string) => (await database().prisma.error.count({ where: { name } })) === 1;

describe("A transaction of statements that commits before they are answered", () => {
  it("sends the COMMIT with the last of them", async () => {
    const { statements } = await statementsOf(() =>
      database().statements(async (tx, commit) => {
        let isAnswered = false;
        const made = tx.query(makeError, ["early"]).then(() => {
          isAnswered = true;
        });
        commit();
        expect(isAnswered).toBe(false);
        await made;
      }),
    );
    expect(statements).toEqual([expect.stringMatching(/^BEGIN\b/), makeError.text, "COMMIT"]);
    expect(await isThere("early")).toBe(true);
  });

  it("fails as the statement does that fails, and has done nothing", async () => {
    const work = database().statements(async (tx, commit) => {
      const all = Promise.all([tx.query(makeError, ["undone"]), tx.query(makeError, [null])]);
      commit();
      await all;
    });
    await expect(work).rejects.toMatchObject({ code: "23502" });
    expect(await isThere("undone")).toBe(false);
  });

  it.each([true, false])("fails where its work goes on without a statement that has failed; it commits by itself: %s", async (isEarly) => {
    const work = database().statements(async (tx, commit) => {
      const made = Promise.allSettled([tx.query(makeError, ["swallowed"]), tx.query(makeError, [null])]);
      if (isEarly) commit();
      await made;
    });
    await expect(work).rejects.toThrow("rolled back");
    expect(await isThere("swallowed")).toBe(false);
  });

  it("refuses what a part of its work sends after another part has failed", async () => {
    let late: Promise<unknown> | undefined;
    const work: Promise<unknown> = database().statements(async (tx) => {
      late = Promise.resolve()
        .then(() => work)
        .catch(() => tx.query(makeError, ["late"]));
      throw new Error("It can't be done");
    });
    await expect(work).rejects.toThrow("It can't be done");
    await expect(late).rejects.toThrow("behind the end of its transaction");
    expect(await isThere("late")).toBe(false);
  });
});

it("Statements of transactions keep their plans for a second at first, in which a table may have grown", async () => {
  const own = openDatabase(database().url, 1);
  const read = { name: "read_grown", text: "SELECT id FROM grown WHERE id = ANY($1::int[])" };
  const plan = () =>
    own.statements(async (tx) => {
      await tx.query(read, [[1]]);
      const [kept] = await tx.query<{ name: string }>({ text: "SELECT name FROM pg_prepared_statements WHERE name LIKE 'read_grown%'" });
      const rows = await tx.query<object>({ text: `EXPLAIN EXECUTE "${kept?.name}"('{1}')` });
      return JSON.stringify(rows);
    });
  const now = vi.spyOn(performance, "now").mockReturnValue(performance.now());
  try {
    await own.query({ text: "CREATE TABLE grown (id int PRIMARY KEY) WITH (autovacuum_enabled = false)" });
    await own.query({ text: "INSERT INTO grown VALUES (1), (2)" });
    await own.query({ text: "ANALYZE grown" });
    expect(await plan()).toContain("Seq Scan");
    await own.query({ text: "INSERT INTO grown SELECT generate_series(3, 100000)" });
    expect(await plan()).toContain("Seq Scan");
    now.mockReturnValue(performance.now() + 1001);
    expect(await plan()).toContain("Index");
  } finally {
    now.mockRestore();
    await own.close();
  }
});
