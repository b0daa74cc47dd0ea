import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { expectAccessible, hasBrowser, useConsole } from "../support/console.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const { open, complaints, origins, address } = useConsole(database);

describe.skipIf(!hasBrowser)("The list of batches", () => {
  it("says where there is none what to do next", async () => {
    const page = await open("/");
    await page.getByText("There is no batch yet.").waitFor();
    await expectAccessible(page);
    await page.close();
  });

  describe("with batches", () => {
    let running: number;
    beforeAll(async () => {
      const type = await makeType(database(), "parse publish<parse", { name: "landsat-scene" });
      await makeManyRecipes(database(), type, 3);
      await submit(database(), type, {}, { title: "First" });
      running = await submit(database(), type, { all_jobs: true }, { title: "Second" });
      await database().prisma.batch.update({ where: { id: running }, data: { totalCount: 8, createdCount: 2, status: "CREATING" } });
    });

    it("shows them, the latest first, and how far they are as it moves", async () => {
      const page = await open("/");
      const rows = page.locator("tbody tr");
      await page.getByText("2 batches").waitFor();
      expect(await rows.locator(".rowLink").allInnerTexts()).toEqual(["Second", "First"]);
      await rows.first().getByText("25% made").waitFor();
      await database().prisma.batch.update({ where: { id: running }, data: { createdCount: 4 } });
      await rows.first().getByText("50% made").waitFor();
      await expectAccessible(page);
      await page.close();
    });

    it("keeps search, filters and order in the address", async () => {
      const page = await open("/");
      await page.getByText("2 batches").waitFor();
      await page.keyboard.press("/");
      await page.keyboard.type("fir");
      await page.getByText("1 batch", { exact: true }).waitFor();
      expect(new URL(page.url()).search).toBe("?q=fir");
      await page.getByRole("button", { name: "Clear filters" }).click();
      await page.getByText("2 batches").waitFor();
      await page.getByLabel("Status").selectOption("CREATING");
      await page.getByText("1 batch", { exact: true }).waitFor();
      await page.goto("/?sort=title");
      await page.getByText("2 batches").waitFor();
      expect(await page.locator("tbody .rowLink").allInnerTexts()).toEqual(["First", "Second"]);
      await page.goto("/?q=nothing");
      await page.getByText("No batch matches these filters.").waitFor();
      await page.close();
    });
  });

  it("asks no other host for anything, and the browser has nothing to complain of", () => {
    expect([...origins]).toEqual([address()]);
    expect(complaints).toEqual([]);
  });
});
