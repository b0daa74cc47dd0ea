import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { buildSchema, type GraphQLSchema } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { anonymous } from "../../../src/domain/actor.js";
import { createContext, type Services } from "../../../src/graphql/context.js";
import { buildGraphqlSchema } from "../../../src/graphql/schema.js";
import { useDatabase } from "../../support/database.js";
import { bothWays } from "./bothWays.js";
import { Dice } from "./dice.js";
import { type Known, lookUp } from "./known.js";
import { randomQuery } from "./randomQuery.js";
import { makeRichBatches } from "./richBatches.js";

/** FUZZ_RUNS and FUZZ_SEED ask for other queries, and more of them. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 2000);
const seed = Number(process.env.FUZZ_SEED ?? 20161127);

const database = useDatabase();
const contextOf = () => createContext({ progress: { db: database() } } as Services, anonymous);

let schema: GraphQLSchema;
/** What clients are given: queries are made from it. */
let published: GraphQLSchema;
let known: Known;
beforeAll(async () => {
  schema = await buildGraphqlSchema();
  published = buildSchema(await readFile("src/graphql/schema.graphql", "utf8"));
  await makeRichBatches(database());
  known = await lookUp(database(), schema, contextOf);
});

describe("Any query", () => {
  it("is answered by the executor as by graphql-js", { timeout: 7_200_000 }, async () => {
    const counts = { fast: 0, refused: 0, abstract: 0 };
    const ask = bothWays(schema, contextOf);
    const property = fc.asyncProperty(fc.gen(), async (draw) => {
      const { nodeNames, ...question } = randomQuery(new Dice(draw), published, known);
      const { isFast, data, errors } = await ask(question);
      // Without variables a document is planned at its first request only.
      if (Object.keys(question.variables).length === 0) expect((await ask(question)).isFast).toBe(isFast);
      const isAbstract = Object.keys(data ?? {}).some((name) => nodeNames.has(name));
      const kind = errors.length > 0 ? "refused" : isAbstract ? "abstract" : "fast";
      counts[kind]++;
      expect({ isFast, ...question }).toEqual({ isFast: kind === "fast", ...question });
    });
    await fc.assert(property, { numRuns, seed });
    expect(counts.fast / numRuns).toBeGreaterThan(0.8);
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts.abstract).toBeGreaterThan(0);
  });
});
