import { describe, expect, it } from "vitest";
import type { Database, Queries } from "../../src/db/database.js";
import { databaseFaultOf } from "../../src/db/databaseFault.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();

const kinds: [string, <T>(db: Database, work: (tx: Queries) => Promise<T>) => Promise<T>][] = [
  ["Prisma", (db, work) => db.transaction(work)],
  ["statements", (db, work) => db.statements(work)],
];

describe.each(kinds)("A transaction of %s", (kind, run) => {
  it("that PostgreSQL ends to resolve a deadlock is done again, and both are done in the end", async () => {
    const ids = [`a-${kind}`, `b-${kind}`];
    for (const name of ids) await database().prisma.error.create({ data: { name, category: "SYSTEM" } });
    const text = "UPDATE error SET title = $2 WHERE name = $1";
    const deadlocks = "SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()";
    const countDeadlocks = async () => (await database().query<{ n: number }>({ text: deadlocks }))[0]?.n as number;
    const before = await countDeadlocks();
    let [tries, locked] = [0, 0];
    let release = () => {};
    const bothHaveOne = new Promise<void>((resolve) => {
      release = resolve;
    });
    const change = (names: string[], title: string) =>
      run(database(), async (tx) => {
        tries++;
        await tx.query({ text }, [names[0], title]);
        if (++locked === 2) release();
        await bothHaveOne;
        await tx.query({ text }, [names[1], title]);
      });
    await Promise.all([change(ids, "one"), change(ids.toReversed(), "two")]);
    // Who tries again may lock its first row before the other one wakes up, and then there is another deadlock.
    expect(tries).toBeGreaterThan(2);
    await expect.poll(countDeadlocks, { timeout: 20_000 }).toBe(before + tries - 2);
    const titles = (await database().prisma.error.findMany({ where: { name: { in: ids } } })).map(({ title }) => title);
    expect(new Set(titles).size).toBe(1);
  });

  it.each(["40001", "40P01"])(
    "that fails with %s each time is given up after the fourth, and is the database's fault",
    async (sqlState) => {
      const name = `tries_${kind.toLowerCase()}_${sqlState.toLowerCase()}`;
      await database().query({ text: `CREATE SEQUENCE ${name}` });
      const text = `DO $$ BEGIN PERFORM nextval('${name}'); RAISE 'conflict' USING ERRCODE = '${sqlState}'; END $$`;
      const [failed] = await Promise.allSettled([run(database(), (tx) => tx.query({ text }))]);
      expect(failed).toMatchObject({ status: "rejected" });
      expect(databaseFaultOf((failed as PromiseRejectedResult).reason)).toBe("INTERRUPTED");
      expect(await database().query({ text: `SELECT last_value::int AS n FROM ${name}` })).toEqual([{ n: 4 }]);
    },
  );
});
