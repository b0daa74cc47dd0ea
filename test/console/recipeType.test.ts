import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeType, revise, runBatch, submit, type TestType } from "../support/catalogue.js";
import { expectAccessible, hasBrowser, useConsole } from "../support/console.js";
import { useDatabase } from "../support/database.js";
import { drain } from "../support/work.js";

const database = useDatabase();
const { open, complaints } = useConsole(database);

describe.skipIf(!hasBrowser)("The page of a recipe type", () => {
  let type: TestType;
  beforeAll(async () => {
    type = await makeType(database(), "parse mask<parse old<parse", { name: "landsat-scene", title: "Landsat" });
    await makeManyRecipes(database(), type, 5);
    await revise(database(), type, "parse mask@2<parse publish<mask");
    await submit(database(), type, {}, { title: "First" });
  });

  it("is found in the list of recipe types", async () => {
    const page = await open("/console/recipe-types");
    await page.getByRole("link", { name: "landsat-scene 1" }).waitFor();
    await expectAccessible(page);
    await page.goto("/console/recipe-types?q=nothing");
    await page.getByText("No recipe type matches this search.").waitFor();
    await page.goto("/console/recipe-types?q=SAT");
    await page.getByRole("link", { name: "landsat-scene 1" }).click();
    await page.getByRole("heading", { name: "landsat-scene 1" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/console/recipe-types/${type.id}`);
    await page.close();
  });

  it("shows its graph, its revisions with their recipes, and its batches", async () => {
    const page = await open(`/console/recipe-types/${type.id}`);
    const graph = page.getByRole("list", { name: "The jobs of revision 2" });
    await graph.waitFor();
    expect(await graph.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringContaining("parse"),
      expect.stringMatching(/mask 2.*; after parse/s),
      expect.stringMatching(/publish.*; after mask/s),
    ]);
    await graph.getByRole("button", { name: /^mask/ }).click();
    await page.getByText("parse.out → in-0").waitFor();
    const old = page.getByRole("row").filter({ has: page.getByRole("link", { name: "1", exact: true }) });
    await old.getByRole("cell", { name: "5", exact: true }).waitFor();
    await page.getByRole("link", { name: "First" }).waitFor();
    await expectAccessible(page);
    await page.close();
  });

  it("draws the difference of two revisions in one picture, which has an address", async () => {
    const page = await open(`/console/recipe-types/${type.id}`);
    await page.getByRole("link", { name: "What changed since 1" }).click();
    await page.getByText("1 job added, 1 job removed, 1 job changed, and 2 dependencies changed.").waitFor();
    expect(new URL(page.url()).search).toBe("?revision=2&against=1");
    const job = (name: string) => page.locator(`[data-job="${name}"]`).innerText();
    expect(await job("mask")).toContain("≠ Changed · was 1");
    expect(await job("publish")).toContain("+ Added");
    expect(await job("old")).toContain("− Removed");
    await expectAccessible(page);
    await page.close();
  });

  it("compares job by job how the batches of a chain went", async () => {
    const chained = await makeType(database(), "scan publish<scan", { name: "chained" });
    await makeManyRecipes(database(), chained, 2);
    const ids: number[] = [];
    for (const definition of [{ all_jobs: true }, { job_names: ["publish"] }]) {
      ids.push(await runBatch(database(), chained, definition));
      await drain(database());
    }
    const page = await open(`/console/recipe-types/${chained.id}`);
    const rowsOf = async (job: string) => {
      const table = page.getByRole("table", { name: `${job}, by batch` });
      await table.waitFor();
      return table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
    };
    expect(await rowsOf("publish")).toEqual(
      ids.map((id) => [String(id), expect.stringMatching(/ m?s$/), expect.stringMatching(/ m?s$/), "0 of 2"]),
    );
    expect((await rowsOf("scan"))[1]).toEqual([String(ids[1]), "–", "–", "0 of 0"]);
    await expectAccessible(page);
    await page.close();
  });

  it("shows how far its batches are as they move", async () => {
    const id = await submit(database(), type, {}, { title: "Moves" });
    const page = await open(`/console/recipe-types/${type.id}`);
    const line = page.locator("li", { hasText: "Moves" });
    await line.getByText("Submitted").waitFor();
    await database().prisma.batch.update({ where: { id }, data: { totalCount: 8, createdCount: 2, status: "CREATING" } });
    await line.getByRole("img", { name: "25% made" }).waitFor();
    await page.close();
  });

  it("says where there is none what to do next", async () => {
    const page = await open("/console/recipe-types/99999");
    await page.getByText("There is no such recipe type.").waitFor();
    await page.close();
  });

  it("gives the browser nothing to complain of", () => {
    expect(complaints).toEqual([]);
  });
});
