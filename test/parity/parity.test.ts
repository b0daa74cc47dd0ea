import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";
import { useGraphql } from "../support/graphql.js";
import type { Json } from "./door.js";
import { graphqlDoor } from "./graphqlDoor.js";
import { restDoor } from "./restDoor.js";
import { scenarios } from "./scenarios.js";
import { makeWorld, type World } from "./world.js";

const [graphqlDatabase, restDatabase] = [useDatabase(), useDatabase()];
const throughGraphql = graphqlDoor(useGraphql(graphqlDatabase));
const throughRest = restDoor(useApp(restDatabase));

let worlds: { graphql: World; rest: World };
beforeAll(async () => {
  worlds = { graphql: await makeWorld(graphqlDatabase()), rest: await makeWorld(restDatabase()) };
  expect(worlds.rest.batches).toEqual(worlds.graphql.batches);
});

const isTime = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
const recent = 3_600_000;

/** The times of what has just happened differ from world to world. */
function timeless(value: Json): Json {
  if (Array.isArray(value)) return value.map(timeless);
  if (isTime(value)) return Date.now() - Date.parse(value) < recent && Date.parse(value) <= Date.now() ? "just now" : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, timeless(member)]));
}

/** What of REST's answer GraphQL shows too. */
function shared(rest: Json, graphql: Json): Json {
  if (Array.isArray(rest) && Array.isArray(graphql)) return rest.map((member, i) => shared(member, graphql[i]));
  if (typeof rest !== "object" || typeof graphql !== "object" || rest === null || graphql === null) return rest;
  return Object.fromEntries(Object.keys(graphql).map((name) => [name, shared(rest[name], graphql[name])]));
}

describe("Through either door,", () => {
  it.each(scenarios)("$name", async ({ run, ...scenario }) => {
    const graphql = timeless(await run(throughGraphql, worlds.graphql));
    const rest = timeless(await run(throughRest, worlds.rest));
    expect(shared(rest, graphql)).toStrictEqual(graphql);
    if ("expected" in scenario) {
      const { expected } = scenario;
      for (const answer of [graphql, rest]) {
        if (typeof expected === "object" && expected !== null && !Array.isArray(expected)) expect(answer).toMatchObject(expected);
        else expect(answer).toEqual(expected);
      }
    } else {
      expect(graphql).not.toHaveProperty("refused");
    }
  });

  it("the worlds are the same when all is done", async () => {
    const stateOf = async ({ db }: World) =>
      timeless(await db.query({ text: "SELECT id, title, status, recipe_type_id, created_by, created_count FROM batch ORDER BY id" }));
    expect(await stateOf(worlds.rest)).toEqual(await stateOf(worlds.graphql));
  });
});
