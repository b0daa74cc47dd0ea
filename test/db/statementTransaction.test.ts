import { describe, expect, it, vi } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { countRoundTrips } from "../bench/roundTripCounter.js";
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
    expect(statements).toEqual(["BEGIN", makeError.text, "COMMIT"]);
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

  it.each([
    [true, "null value"],
    [false, "rolled back"],
  ])("fails where its work goes on without a statement that has failed; it commits by itself: %s", async (isEarly, message) => {
    const work = database().statements(async (tx, commit) => {
      const made = Promise.allSettled([tx.query(makeError, ["swallowed"]), tx.query(makeError, [null])]);
      if (isEarly) commit();
      await made;
    });
    await expect(work).rejects.toThrow(message);
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

describe("Statements of a transaction that go out together", () => {
  it("are written and answered at once: each round trip is one message", async () => {
    const counter = await countRoundTrips(database().url);
    const own = openDatabase(counter.url, 1);
    try {
      await own.query(makeError, ["first"]);
      const before = counter.count();
      await own.statements(async (tx, commit) => {
        await Promise.all([tx.query(makeError, ["second"]), tx.query(makeError, ["third"])]);
        const last = Promise.all([tx.query(makeError, ["fourth"]), tx.query(makeError, ["fifth"])]);
        commit();
        await last;
      });
      expect(counter.count() - before).toBe(2);
      expect(await isThere("fifth")).toBe(true);
    } finally {
      await own.close();
      await counter.stop();
    }
  });

  it("fail with the error of the first that fails, and can be run again on the same connection", async () => {
    const own = openDatabase(database().url, 1);
    try {
      const divide = { name: "divide", text: "SELECT 1 / $1::int AS quotient" };
      const next = { name: "next", text: "SELECT $1::int + 1 AS sum" };
      const codeOf = ({ code }: { code: string }) => code;
      const work = () =>
        own.statements((tx) => Promise.all([tx.query(divide, [0]).catch(codeOf), tx.query(next, [1]).catch(codeOf)]).then(expectZero));
      const expectZero = (codes: unknown) => expect(codes).toEqual(["22012", "22012"]);
      for (let i = 0; i < 2; i++) await expect(work()).rejects.toThrow("rolled back");
      expect(await own.query(next, [1])).toEqual([{ sum: 2 }]);
      expect(await own.statements((tx) => Promise.all([tx.query(divide, [1]), tx.query(next, [2])]))).toEqual([
        [{ quotient: 1 }],
        [{ sum: 3 }],
      ]);
    } finally {
      await own.close();
    }
  });

  it("keep their plans for a second, in which a table may have grown", async () => {
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

  it("commit nothing where a value can't be sent", async () => {
    const endless: { self?: object } = {};
    endless.self = endless;
    const work = database().statements(async (tx, commit) => {
      const all = Promise.all([tx.query(makeError, ["unsent"]), tx.query(makeError, [endless])]);
      commit();
      await all;
    });
    await expect(work).rejects.toThrow();
    expect(await isThere("unsent")).toBe(false);
  });
});
