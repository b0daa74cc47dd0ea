import { getIntrospectionQuery } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import { TypedDocumentString } from "../support/generated/graphql.js";
import { listen, useGraphql } from "../support/graphql.js";
import { byPost } from "../support/subscriptions.js";

const database = useDatabase();
const { app } = useGraphql(database);

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = (await app().inject({ method: "POST", url: "/graphql", payload: { query, variables } })).json();
  return { data, error: errors?.[0] as { message: string; extensions: Record<string, unknown> } | undefined, errors };
}

/** `batch { retryOf { … { id } } }`: so many objects within each other. */
const nested = (depth: number): string => `{ batch(id: 1) ${"{ retryOf ".repeat(depth - 1)} { id } ${"}".repeat(depth - 1)} }`;

describe("Depth", () => {
  it("is limited to 15 levels, which is told", async () => {
    expect((await ask(nested(14))).errors).toBeUndefined();
    const { error } = await ask(nested(15));
    expect(error?.extensions).toEqual({ code: "QUERY_TOO_DEEP", maxDepth: 15 });
    expect(error?.message).toContain("15");
  });

  it("counts what fragments nest", async () => {
    const fragments = Array.from({ length: 20 }, (_, i) => `fragment F${i} on Batch { retryOf { id ${i < 19 ? `...F${i + 1}` : ""} } }`);
    const { error } = await ask(`{ batch(id: 1) { ...F0 } } ${fragments.join(" ")}`);
    expect(error?.extensions).toEqual({ code: "QUERY_TOO_DEEP", maxDepth: 15 });
  });

  it("is refused as a mistake where fragments go round in circles", async () => {
    const { error } = await ask(
      "{ batch(id: 1) { ...A } } fragment A on Batch { retryOf { ...B } } fragment B on Batch { retryOf { ...A } }",
    );
    expect(error?.extensions).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
  });
});

describe("Cost", () => {
  const inner = "{ nodes { recipes(first: 1000) { nodes { outcome created } } } }";

  it("is limited, and the refusal tells both numbers", async () => {
    const { error } = await ask(`{ batches(first: 1000) ${inner} }`);
    expect(error?.extensions).toEqual({ code: "QUERY_TOO_COSTLY", cost: expect.any(Number), maxCost: 1_000_000 });
    expect(error?.extensions.cost).toBeGreaterThan(1_000_000);
    expect(error?.message).toContain("1000000");
  });

  it("follows the page size, however it is given", async () => {
    const query = `query ($first: Int, $last: Int = 1000) { batches(first: $first) ${inner} other: batches(last: $last) { totalCount } }`;
    expect((await ask(query, { first: 1 })).errors).toBeUndefined();
    expect((await ask(query, { first: 1000 })).error?.extensions).toMatchObject({ code: "QUERY_TOO_COSTLY" });
    expect((await ask(query, { first: 1 })).errors).toBeUndefined();
    expect((await ask(`{ batches(last: 1000) ${inner} }`)).error?.extensions).toMatchObject({ code: "QUERY_TOO_COSTLY" });
    // 100 where none is given.
    expect((await ask(`{ batches ${inner} }`)).error?.extensions).toMatchObject({ code: "QUERY_TOO_COSTLY" });
    expect((await ask("{ batches { nodes { recipes { nodes { outcome created } } } } }")).errors).toBeUndefined();
  });

  it("follows what a list is filtered by, however that is given", async () => {
    const query = "query ($status: [JobStatus!]) { batches(first: 500) { nodes { jobs(first: 0, status: $status) { totalCount } } } }";
    for (const status of [undefined, null]) expect((await ask(query, { status })).errors).toBeUndefined();
    expect((await ask(query, { status: ["QUEUED"] })).error?.extensions).toMatchObject({ code: "QUERY_TOO_COSTLY" });
    expect((await ask(query, {})).errors).toBeUndefined();
  });

  it("counts aliases and fragments like any field", async () => {
    const aliases = Array.from(
      { length: 30 },
      (_, i) => `a${i}: batches(first: 1000) { nodes { id title status created createdCount failedCount totalCount lastModified } }`,
    );
    expect((await ask(`{ ${aliases.join(" ")} }`)).error?.extensions).toMatchObject({ code: "QUERY_TOO_COSTLY" });
    const spread =
      "{ batches(first: 1000) { ...A } } fragment A on BatchConnection { nodes { recipes(first: 1000) { ...B } } } fragment B on BatchRecipeConnection { nodes { outcome } }";
    expect((await ask(spread)).error?.extensions).toMatchObject({ code: "QUERY_TOO_COSTLY" });
  });

  const times = (count: number, text: (i: number) => string) => Array.from({ length: count }, (_, i) => text(i)).join(" ");

  it.each([
    [
      "counts of each of many batches",
      "{ batches(first: 1000) { nodes { recipes(first: 1) { totalCount } jobs(first: 1) { totalCount } } } }",
    ],
    [
      "counts of each of many batches by status",
      `{ batches(first: 1000) { nodes { ${times(9, (i) => `a${i}: progress { jobs { total } }`)} } } }`,
    ],
    [
      "rows that are read and not shown",
      `{ batches(first: 1000) { nodes { ${times(19, (i) => `a${i}: jobs(first: ${i + 1}) { pageInfo { hasNextPage } }`)} } } }`,
    ],
    ["filtered counts", `{ ${times(100, (i) => `a${i}: batches(first: 0, filter: { title: "e" }) { totalCount }`)} }`],
    ["lists of job names", `{ batches(first: 1000) { nodes { definition { ${times(10, (i) => `a${i}: jobNames`)} } } } }`],
    [
      "lists of warnings",
      `mutation { validateBatch(input: { recipeTypeId: "1", definition: {} }) { ${times(250, (i) => `a${i}: warnings { id details }`)} } }`,
    ],
    ["previews", `mutation { ${times(20, (i) => `a${i}: validateBatch(input: { recipeTypeId: "1", definition: {} }) { recipeCount }`)} }`],
    ["statements", `{ batches(first: 1) { nodes { ${times(260, (i) => `a${i}: jobs(first: 0) { totalCount }`)} } } }`],
  ])("is too much for too many %s", async (_what, query) => {
    const { error } = await ask(query);
    expect(error?.extensions).toEqual({ code: "QUERY_TOO_COSTLY", cost: expect.any(Number), maxCost: 1_000_000 });
  });

  it.each([
    ["counts of each of a page of batches", "{ batches { nodes { recipes(first: 1) { totalCount } jobs(first: 1) { totalCount } } } }"],
    ["counts of each of many batches by status, once", "{ batches(first: 1000) { nodes { progress { jobs { total } } } } }"],
    ["a list for each status", `{ ${times(6, (i) => `a${i}: batches(filter: { status: [CREATED] }) { totalCount nodes { id title } }`)} }`],
  ])("allows %s", async (_what, query) => {
    expect((await ask(query)).errors).toBeUndefined();
  });

  it("does not come into play where the page size itself is wrong", async () => {
    expect((await ask(`{ batches(first: 2000000000) ${inner.replace("1000", "1")} }`)).error?.extensions).toEqual({
      code: "BAD_USER_INPUT",
      argument: "first",
    });
  });

  it("lets a page of 1000 batches through with all their own fields", async () => {
    const query = `{ batches(first: 1000) { totalCount pageInfo { endCursor } nodes { id databaseId title description status createdCount failedCount
      totalCount created lastModified recipeType { id name version } event { type occurred description } creatorJob { status jobType { name } }
      definition { version allJobs jobNames priority dateRange { type started ended } } progress { percent total created failed }
      events { from to actor reason occurred } } } }`;
    expect((await ask(query)).errors).toBeUndefined();
  });
});

describe("The cost of each event of a subscription", () => {
  let address: string;
  beforeAll(async () => {
    address = await listen(app());
  });
  const first = async (query: string) => {
    const results = byPost(address, new TypedDocumentString<object, object>(query), {});
    const { value } = await results.next();
    await results.return();
    return value;
  };

  it("is limited to a twentieth of what other operations may cost", async () => {
    const aliases = Array.from({ length: 900 }, (_, i) => `a${i}: name`);
    const refused = await first(`subscription { queues { jobTypes { ${aliases.join(" ")} } } }`);
    expect(refused).toEqual({
      errors: [
        {
          message: expect.stringMatching(/^Each event of the subscription costs \d+, and at most 50000 is allowed/),
          extensions: { code: "QUERY_TOO_COSTLY", cost: expect.any(Number), maxCost: 50_000 },
        },
      ],
    });
  });

  it("lets all through that a queue has", async () => {
    const query = `subscription { queues { workers { name lastSeen running } jobTypes { id databaseId name version title description category
      authorName authorUrl isSystem isLongRunning isActive isOperational isPaused iconCode maxRunning cpusRequired memRequired
      queue { queued held running oldest lastClaim } } } }`;
    expect(await first(query)).toHaveProperty("data.queues");
  });
});

describe("Introspection", () => {
  it.each([
    ["graphql-js", getIntrospectionQuery()],
    [
      "GraphiQL",
      getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true }),
    ],
  ])("passes the limits, as %s asks", async (_who, query) => {
    const { data, errors } = await ask(query);
    expect(errors).toBeUndefined();
    expect(data.__schema.types.length).toBeGreaterThan(50);
  });
});
