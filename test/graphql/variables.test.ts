import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import { TypedDocumentString } from "../support/generated/graphql.js";
import { listen, useGraphql } from "../support/graphql.js";
import { all, byPost, byWebSocket } from "../support/subscriptions.js";

const database = useDatabase();
const { app } = useGraphql(database);

let address: string;
beforeAll(async () => {
  address = await listen(app());
});

type Variables = Readonly<Record<string, unknown>>;
interface Refusal {
  readonly message: string;
  readonly extensions: unknown;
  readonly locations: readonly unknown[];
}

const post = (query: string, variables: Variables, more: object = {}) =>
  app().inject({ method: "POST", url: "/graphql", payload: { query, variables, ...more } });

const stream = (subscribe: typeof byPost) => async (query: string, variables: Variables) => {
  const [answer] = await all(subscribe(address, new TypedDocumentString<unknown, Variables>(query), variables));
  return answer as { errors?: Refusal[] };
};

/** Every way in which variables come. */
const ways: Record<string, (query: string, variables: Variables) => Promise<{ errors?: Refusal[] }>> = {
  "by HTTP": async (query, variables) => (await post(query, variables)).json(),
  "by HTTP, of a query that is known": async (query, variables) => {
    await post(query, {});
    return (await post(query, variables)).json();
  },
  "by Server-Sent Events": stream(byPost),
  "by WebSocket": async (query, variables) => {
    const answer = await stream(byWebSocket)(query, variables).catch((errors: Refusal[]) => ({ errors }));
    return answer;
  },
};

const filtered = "query ($f: BatchFilter) { batches(filter: $f) { totalCount } }";
const repeated = (n: number, value: unknown) => Array.from({ length: n }, () => value);

const wrong: [string, string, Variables, string | RegExp][] = [
  [
    "has 40,000 keys that there are not",
    filtered,
    { f: Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`k${i}`, 1])) },
    'Variable "$f" got invalid value {…}; Field "k0" is not defined by type "BatchFilter".',
  ],
  [
    "has 51 names of no status",
    "query ($v: [BatchStatus!]) { batches(filter: { status: $v }) { totalCount } }",
    { v: repeated(51, "X") },
    'Variable "$v" got invalid value "X" at "v[0]"; Value "X" does not exist in "BatchStatus" enum.',
  ],
  [
    "has a time that is none, of 100,000 letters",
    filtered,
    { f: { started: "x".repeat(100_000) } },
    /^Variable "\$f" got invalid value "x+…x+" at "f\.started"; DateTime must be .*…x+"$/,
  ],
  [
    "has a name of 100,000 letters",
    filtered,
    { f: { ["k".repeat(100_000)]: 1 } },
    /^Variable "\$f" .*; Field "k+…k+" is not defined by type "BatchFilter"\.$/,
  ],
  [
    "has an object of 40,000 keys for a number",
    "query ($n: Int) { batches(first: $n) { totalCount } }",
    { n: Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`k${i}`, 1])) },
    'Variable "$n" got invalid value {…}; Int cannot represent non-integer value:',
  ],
  [
    "is missing, and another is null",
    "query ($a: ID!, $b: ID!) { a: batch(id: $a) { id } b: batch(id: $b) { id } }",
    { b: null },
    'Variable "$a" of required type "ID!" was not provided.',
  ],
  [
    "is null where an input's field has a default",
    "query ($d: OrderDirection) { batches(orderBy: [{ field: ID, direction: $d }]) { totalCount } }",
    { d: null },
    'Variable "$d" must not be null where it stands for "OrderDirection!".',
  ],
  [
    "is null where its own default would do",
    'query ($i: ID = "1") { batch(id: $i) { ...A } } fragment A on Batch { id }',
    { i: null },
    'Variable "$i" must not be null where it stands for "ID!".',
  ],
  [
    "is null in a list",
    "query ($o: BatchOrderField = ID) { batches(orderBy: [{ field: $o }]) { totalCount } }",
    { o: null },
    'Variable "$o" must not be null where it stands for "BatchOrderField!".',
  ],
  [
    "is null in a directive of a fragment",
    "query ($s: Boolean = true) { ...A } fragment A on Query { batches { totalCount @skip(if: $s) } }",
    { s: null },
    'Variable "$s" must not be null where it stands for "Boolean!".',
  ],
];

describe.each(Object.entries(ways))("A variable that is wrong, %s,", (_way, ask) => {
  it.each(wrong)("one that %s, is told in a few words", async (_what, query, variables, message) => {
    const { errors = [] } = await ask(query, variables);
    const refusal = {
      message: expect.any(String),
      extensions: { code: "BAD_USER_INPUT" },
      locations: [{ line: 1, column: expect.any(Number) }],
    };
    for (const error of errors) expect(error).toEqual(refusal);
    expect(errors[0]?.message).toEqual(typeof message === "string" ? expect.stringContaining(message) : expect.stringMatching(message));
    expect(JSON.stringify(errors).length).toBeLessThan(3000);
  });
});

it("Of several variables that are wrong, each is told", async () => {
  const query = "query ($a: ID!, $b: ID!, $c: Int) { a: batch(id: $a) { id } b: batch(id: $b) { id } batches(first: $c) { totalCount } }";
  for (const ask of Object.values(ways)) {
    const { errors = [] } = await ask(query, { b: null, c: "x" });
    expect(errors.map(({ message }) => message)).toEqual([
      'Variable "$a" of required type "ID!" was not provided.',
      'Variable "$b" of non-null type "ID!" must not be null.',
      'Variable "$c" got invalid value "x"; Int cannot represent non-integer value: "x"',
    ]);
  }
});

describe("A variable that may be absent", () => {
  it("is taken for the default of the place where it stands", async () => {
    const query = "query ($d: OrderDirection) { batches(orderBy: [{ field: ID, direction: $d }]) { totalCount } }";
    for (const variables of [{}, { d: "DESC" }, {}]) {
      expect((await post(query, variables)).json()).toEqual({ data: { batches: { totalCount: 0 } } });
    }
  });

  it("is refused where its own default is null, and that of the place does not count", async () => {
    const query = "query ($d: OrderDirection = null) { batches(orderBy: [{ field: ID, direction: $d }]) { totalCount } }";
    expect((await post(query, {})).json()).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
  });

  it("may be null in another operation of the document", async () => {
    const query = `
      query One($d: OrderDirection) { batches(orderBy: [{ field: ID, direction: $d }]) { totalCount } }
      query Two($d: String) { batches(filter: { title: $d }) { totalCount } }`;
    expect((await post(query, { d: null }, { operationName: "Two" })).json()).toEqual({ data: { batches: { totalCount: 0 } } });
  });
});
