import { describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { answer, app } = useGraphql(database);

const since = graphql(`query Since($started: DateTime) { batches(filter: { started: $started }) { totalCount } }`);

const good = [
  "2016-01-10T00:00:00Z",
  "2016-01-10T00:00Z",
  "2016-01-10T00:00:00.123456Z",
  "2016-01-10T00:00:00.5+02:00",
  "2016-01-10T00:00:00-0530",
  "2016-02-29T23:59:59Z",
];
const bad = ["2016-01-10T00:00:00", "2016-01-10", "2016-02-30T00:00:00Z", "2016-01-10T25:00:00Z", "yesterday", "", "PT3H", "1452384000"];

describe("A time", () => {
  it.each(good)("%s is taken, in a variable and in the document", async (started) => {
    expect(await answer(since, { started })).toEqual({ status: 200, data: { batches: { totalCount: 0 } } });
    const query = `{ batches(filter: { started: "${started}" }) { totalCount } }`;
    expect((await app().inject({ method: "POST", url: "/graphql", payload: { query } })).json().errors).toBeUndefined();
  });

  it.each(bad)("%j is refused, in a variable and in the document", async (started) => {
    const { errors = [] } = await answer(since, { started });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" }, message: expect.stringContaining("$started") }]);
    expect(errors[0]?.message).toContain("ISO-8601");
    const query = `{ batches(filter: { started: "${started}" }) { totalCount } }`;
    const response = await app().inject({ method: "POST", url: "/graphql", payload: { query } });
    expect(response.json().errors).toMatchObject([
      {
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
        message: expect.stringContaining("ISO-8601"),
        locations: [{ line: 1, column: 30 }],
      },
    ]);
  });

  it.each([1452384000, true, [], {}])("%j is refused", async (started) => {
    const { errors } = await answer(since, { started: started as unknown as string });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    const query = `{ batches(filter: { started: 1452384000 }) { totalCount } }`;
    const response = await app().inject({ method: "POST", url: "/graphql", payload: { query } });
    expect(response.json().errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
  });
});
