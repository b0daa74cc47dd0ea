import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeRecipe, makeType, revise, type TestType } from "../support/catalogue.js";
import { expectAccessible, hasBrowser, useConsole } from "../support/console.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const { open, complaints } = useConsole(database);

describe.skipIf(!hasBrowser)("The page New batch", () => {
  let type: TestType;
  beforeAll(async () => {
    type = await makeType(database(), "parse mask<parse old<parse", { name: "landsat-scene", title: "Landsat" });
    await makeManyRecipes(database(), type, 30, { from: "2016-01-01T00:00:00Z", to: "2016-01-31T00:00:00Z" });
    await revise(database(), type, "parse mask@2<parse");
    await makeManyRecipes(database(), type, 3, { from: "2016-02-01T00:00:00Z", to: "2016-02-04T00:00:00Z" });
    await makeType(database(), "other", { name: "other" });
  });
  const batches = () => database().prisma.batch.findMany({ where: { recipeTypeId: type.id }, orderBy: { id: "desc" } });

  it("begins with the choice of a recipe type, by a search", async () => {
    const page = await open("/console/batches/new");
    await page.getByText("2 recipe types").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("/");
    await page.keyboard.type("LAND");
    await page.getByText("1 recipe type", { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe("?q=LAND");
    await page.getByRole("link", { name: "landsat-scene 1" }).click();
    await page.getByText("Re-process 30 recipes").waitFor();
    expect(new URL(page.url()).search).toBe(`?type=${type.id}`);
    await page.close();
  });

  it("shows what the batch would do to each job as the definition changes, and keeps it in the address", async () => {
    const page = await open(`/console/batches/new?type=${type.id}`);
    const job = (name: string) => page.locator(`[data-job="${name}"]`);
    await job("mask").getByText("Add · replaces 1").waitFor();
    expect(await job("parse").innerText()).toContain("= Keep");
    expect(await job("old").innerText()).toContain("− Remove");
    await job("parse").focus();
    await page.keyboard.press("Enter");
    await job("parse").getByText("Run again").waitFor();
    await page.getByText("Re-process 33 recipes").waitFor();
    expect(new URL(page.url()).searchParams.get("jobs")).toBe("parse");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate("document.activeElement.dataset.job")).toMatch(/mask|old/);
    await page.getByLabel("What it would do to recipes of").selectOption("2");
    await job("mask").getByText("Run again").waitFor();
    expect(await job("old").count()).toBe(0);
    await expectAccessible(page);
    await page.close();
  });

  it("has a range of time that is dragged on a histogram, by keys and by pointer", async () => {
    const page = await open(`/console/batches/new?type=${type.id}`);
    await page.getByText("Re-process 30 recipes").waitFor();
    const from = page.getByRole("slider", { name: "From" });
    await from.press("ArrowRight");
    await from.press("ArrowRight");
    await page.waitForURL(/from=2016-01-0/);
    const moved = Number(
      await page
        .locator(".newBatchCount")
        .innerText()
        .then((text) => /\d+/.exec(text)?.[0]),
    );
    expect(moved).toBeLessThanOrEqual(30);
    const bars = await page.locator(".histogramBars").boundingBox();
    if (!bars) throw new Error("There is no histogram");
    await page.mouse.move(bars.x + bars.width * 0.1, bars.y + 20);
    await page.mouse.down();
    await page.mouse.move(bars.x + bars.width * 0.4, bars.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/to=2016/);
    const { searchParams } = new URL(page.url());
    const [started, ended] = [new Date(searchParams.get("from") as string), new Date(searchParams.get("to") as string)];
    const count = await database().prisma.recipe.count({ where: { recipeTypeId: type.id, created: { gte: started, lte: ended } } });
    await page.getByText(`Re-process ${count} recipes`).waitFor();
    expect(count).toBeGreaterThan(5);
    expect(count).toBeLessThan(20);
    await page.close();
  });

  it("says what is wrong and what is odd where it belongs, and creates nothing then", async () => {
    const page = await open(`/console/batches/new?type=${type.id}&running=0`);
    await page.locator("#remarks-running li").waitFor();
    expect(await page.getByRole("button", { name: "Create batch" }).isDisabled()).toBe(true);
    await page.goto(`/console/batches/new?type=${type.id}&from=2016-02-01T00:00:00Z&to=2016-01-01T00:00:00Z`);
    await page.locator("#remarks-range li").waitFor();
    await page.goto(`/console/batches/new?type=${type.id}&jobs=unknown`);
    await page.locator("#remarks-jobs").getByText('has a job named "unknown"').waitFor();
    await page.getByRole("button", { name: "Leave out unknown" }).click();
    await page.getByText("Re-process 30 recipes").waitFor();
    await page.getByLabel("Priority").fill("1.5");
    await page.getByText("This must be a whole number.").waitFor();
    expect(await page.getByRole("button", { name: "Create batch" }).isDisabled()).toBe(true);
    await expectAccessible(page);
    await page.close();
  });

  it("says so where the recipes are others than were shown, creates nothing, and then what they are now", async () => {
    const page = await open(`/console/batches/new?type=${type.id}&jobs=parse`);
    await page.getByText("Re-process 33 recipes").waitFor();
    await makeRecipe(database(), type);
    await page.getByRole("button", { name: "Create batch of 33 recipes" }).click();
    await page.getByText("Nothing was created").waitFor();
    await page.getByText("Re-process 34 recipes").waitFor();
    expect(await batches()).toEqual([]);
    await page.close();
  });

  it("creates just what was shown, once for a double click, and leads to the batch", async () => {
    const page = await open(`/console/batches/new?type=${type.id}&priority=7&title=Again`);
    const create = page.getByRole("button", { name: "Create batch of 30 recipes" });
    await create.dblclick();
    await page.waitForURL(/\/console\/batches\/\d+$/);
    const made = await batches();
    expect(made).toMatchObject([{ title: "Again", definition: { priority: 7 } }]);
    expect(page.url()).toContain(`/console/batches/${made[0]?.id}`);
    await page.close();
  });

  it("says that there is no such recipe type, and what to do next", async () => {
    const page = await open("/console/batches/new?type=99999");
    await page.getByText("There is no such recipe type.").waitFor();
    await page.getByRole("link", { name: "Which recipes are to be re-processed?" }).click();
    await page.getByText("2 recipe types").waitFor();
    await page.close();
  });

  it("gives the browser nothing to complain of", () => {
    expect(complaints).toEqual([]);
  });
});
