import { expect, it } from "vitest";
import type { Statement } from "../../src/db/database.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();

const everyType: Statement = {
  name: "every_type",
  text: `
    SELECT $1::int AS "int", $2::text AS "text", true AS "boolean", 0.5::float8 AS "float8", 12::bigint AS "bigint", 1.50::numeric AS "numeric",
      timestamptz '2016-01-10 00:00:00.123456Z' AS "timestamptz", date '2016-01-10' AS "date", '{"a": [1, null]}'::jsonb AS "jsonb",
      ARRAY[1, 2] AS "ints", ARRAY['a', NULL] AS "texts", ARRAY[timestamptz '2016-01-10 00:00Z'] AS "times", NULL::timestamptz AS "null"
    FROM unnest($3::int[])`,
};

it.each<[string, Statement]>([
  ["that is prepared", everyType],
  ["that is not", { text: `${everyType.text} WHERE true` }],
])("A statement %s answers the same values in a transaction as outside of one", async (_which, statement) => {
  const values = [7, "it's", [1, 2]];
  const outside = await database().query(statement, values);
  expect(outside).toHaveLength(2);
  expect(outside[0]).toMatchObject({ int: 7, text: "it's", bigint: 12, timestamptz: "2016-01-10 00:00:00.123456+00", ints: [1, 2] });
  expect(await database().transaction((tx) => tx.query(statement, values))).toEqual(outside);
});

it("Statements that a connection has prepared answer the same again, also when they are sent together", async () => {
  const other: Statement = { name: "other", text: "SELECT $1::text AS a, $2::int AS b" };
  const [first] = await database().query(everyType, [7, "it's", [1]]);
  const runs = Array.from({ length: 3 }, () =>
    database().statements(({ query }) =>
      Promise.all([query(everyType, [7, "it's", [1]]), query(other, ["x", 1]), query(everyType, [7, "it's", []]), query(other, [null, 2])]),
    ),
  );
  for (const rows of await Promise.all(runs)) expect(rows).toEqual([[first], [{ a: "x", b: 1 }], [], [{ a: null, b: 2 }]]);
  await expect(database().query(everyType, ["no number", "", []])).rejects.toThrow("invalid input syntax for type integer");
  expect(await database().query(everyType, [7, "it's", [1]])).toEqual([first]);
});

it("The model API, in a transaction that also runs statements, answers its own types, and sees what they have done", async () => {
  await database().transaction(async (tx) => {
    await tx.query({ text: "INSERT INTO error (name, title, category) VALUES ('full', 'Disk full', 'SYSTEM')" });
    const error = await tx.prisma.error.findFirstOrThrow({ where: { name: "full" } });
    expect(error.created).toBeInstanceOf(Date);
  });
});

it("What PostgreSQL says of a statement that fails in a transaction is the error's", async () => {
  const divide = database().transaction((tx) => tx.query({ text: "SELECT 1 / 0" }));
  await expect(divide).rejects.toMatchObject({ meta: { driverAdapterError: { cause: { originalMessage: "division by zero" } } } });
});
