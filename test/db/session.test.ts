import { afterEach, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();

let own: Database;
afterEach(() => own.close());

async function settings(url: string): Promise<Record<string, string>> {
  own = openDatabase(url, 1);
  const names = ["TimeZone", "DateStyle", "default_transaction_isolation", "random_page_cost", "statement_timeout", ...Object.keys(limits)];
  const rows = await own.query<{ name: string; setting: string }>(
    { text: "SELECT name, current_setting(name) AS setting FROM pg_settings WHERE name = ANY($1)" },
    [names],
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

/** What ends connections, and waiting, on which nothing comes any more. */
const limits = {
  tcp_keepalives_idle: "10",
  tcp_keepalives_interval: "5",
  tcp_keepalives_count: "4",
  tcp_user_timeout: "30000",
  idle_in_transaction_session_timeout: "15s",
  lock_timeout: "20s",
};
const needed = { TimeZone: "UTC", DateStyle: "ISO, MDY", default_transaction_isolation: "read committed" };

it("A session reads times as the gateway writes them, and plans for storage that does not turn", async () => {
  expect(await settings(database().url)).toEqual({ ...needed, ...limits, random_page_cost: "1.1", statement_timeout: "0" });
});

it("A statement that has a name is parsed once for a connection, in transactions too", async () => {
  own = openDatabase(database().url, 1);
  const statement = { name: "sum_of_two", text: "SELECT $1::int + $2::int AS sum" };
  for (const one of [1, 2]) expect(await own.transaction((tx) => tx.query(statement, [one, 3]))).toEqual([{ sum: one + 3 }]);
  expect(await own.query(statement, [3, 3])).toEqual([{ sum: 6 }]);
  const text = "SELECT name, generic_plans + custom_plans AS plans FROM pg_prepared_statements WHERE name LIKE 'sum%'";
  expect(await own.query({ text })).toEqual([{ name: expect.stringMatching(/^sum_of_two_.{22}$/), plans: 3 }]);
});

it("A name is of one text only, whatever other processes have given it to", async () => {
  own = openDatabase(database().url, 1);
  const ask = async (text: string) => (await own.query<{ answer: number }>({ name: "question", text }))[0]?.answer;
  expect([await ask("SELECT 1 AS answer"), await ask("SELECT 2 AS answer"), await ask("SELECT 1 AS answer")]).toEqual([1, 2, 1]);
});

it("Options of the database's URL, and settings of the database, change what they may change", async () => {
  const name = new URL(database().url).pathname.slice(1);
  for (const setting of ["datestyle TO 'SQL, DMY'", "default_transaction_isolation TO 'serializable'"]) {
    await database().pool.query(`ALTER DATABASE ${name} SET ${setting}`);
  }
  const url = new URL(database().url);
  url.searchParams.set("options", "-c statement_timeout=60000 -c random_page_cost=3 -c lock_timeout=1000 -c timezone=Asia/Tokyo");
  const own = { random_page_cost: "3", statement_timeout: "1min", lock_timeout: "1s" };
  expect(await settings(url.href)).toEqual({ ...needed, ...limits, ...own });
});
