import { beforeAll, describe, expect, it } from "vitest";
import { definitionOf, makeType, revise, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { query, answer } = useGraphql(database);

const revisionsOfType = graphql(`
  query RevisionsOfType($id: ID!, $revisionNum: [Int!]) {
    recipeType(id: $id) { revisionNum revisions(revisionNum: $revisionNum) { revisionNum created definition } }
  }
`);

describe("The revisions of a recipe type", () => {
  const graphs = ["parse", "parse publish<parse", "parse publish<parse mask<parse"];
  let type: TestType;
  beforeAll(async () => {
    type = await makeType(database(), graphs[0] as string);
    for (const graph of graphs.slice(1)) await revise(database(), type, graph);
    await makeType(database(), "other");
  });
  const read = async (revisionNum?: number[] | null) => (await query(revisionsOfType, { id: type.id, revisionNum })).recipeType?.revisions;

  it("have what each of them defined, the latest first", async () => {
    const created = expect.stringMatching(/Z$/);
    expect(await read()).toEqual(
      [3, 2, 1].map((revisionNum) => ({ revisionNum, created, definition: definitionOf(graphs[revisionNum - 1] as string) })),
    );
  });

  it("are found by their numbers", async () => {
    expect((await read([1, 3, 99]))?.map(({ revisionNum }) => revisionNum)).toEqual([3, 1]);
    expect(await read([])).toEqual([]);
    expect(await read(null)).toHaveLength(3);
    const { errors } = await answer(revisionsOfType, { id: type.id, revisionNum: Array(1001).fill(1) });
    expect(errors).toMatchObject([{ extensions: { code: "TOO_LARGE", argument: "revisionNum" } }]);
  });
});
