import { describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";

const { query } = useGraphql(useDatabase(), { trustedProxies: ["loopback"] });

const viewer = graphql(`query Viewer { viewer { name role } }`);

describe("viewer", () => {
  it("is Anonymous, who may do everything, where nothing tells callers apart", async () => {
    expect(await query(viewer)).toEqual({ viewer: { name: "Anonymous", role: "ADMIN" } });
  });

  it("has the name that a trusted proxy gives", async () => {
    expect(await query(viewer, undefined, { "x-forwarded-user": "ada" })).toEqual({ viewer: { name: "ada", role: "ADMIN" } });
  });
});
