import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeType, submit, type TestType } from "../support/catalogue.js";
import { expectAccessible, hasBrowser, useConsole } from "../support/console.js";
import { useDatabase } from "../support/database.js";
import { useWorker } from "../support/worker.js";
import { askWorkersDoor, type DoorReport } from "../support/workerRequests.js";

const database = useDatabase();
const worker = useWorker(database);
const { open, complaints, address } = useConsole(database);

/** Claims jobs as a worker does, and reports them all in one way. */
async function work(max: number, report: Record<string, unknown>): Promise<number> {
  const { claims } = await askWorkersDoor(address(), [], { worker: "node-7", max });
  await askWorkersDoor(
    address(),
    claims.map(({ token }): DoorReport => ({ token, ...report })),
  );
  return claims.length;
}

const outOfMemory = {
  failed: { error: "out-of-memory", message: "Killed at 4 GB", exitCode: 137, logTail: "reads scene\nallocates\n", retryable: false },
};
const state = (page: Page, word: string) => page.locator(".batchSub").getByText(word, { exact: true }).waitFor();
const dialog = (page: Page) => page.getByRole("dialog");

describe.skipIf(!hasBrowser)("The page of a batch", () => {
  let type: TestType;
  beforeAll(async () => {
    type = await makeType(database(), "parse publish<parse", { name: "landsat-scene" });
    await makeManyRecipes(database(), type, 4);
    await worker.start();
  });

  it("follows it from its creation over failures to its end, and says what failed and why", async () => {
    const id = await submit(database(), type, { all_jobs: true }, { title: "January" });
    const page = await open(`/console/batches/${id}`);
    await page.getByText("4 of 4 recipes made").first().waitFor();
    await state(page, "Waiting");
    expect(await work(2, outOfMemory)).toBe(2);
    await page.getByText("What failed and why").waitFor();
    await page.getByText("2 jobs of parse 1: out-of-memory").click();
    await page.getByText("Killed at 4 GB").first().waitFor();
    await page.locator(".failure .job summary").first().click();
    await page.locator(".log").getByText("allocates").waitFor();
    await page.getByText("exit code 137").waitFor();
    await page.getByRole("img", { name: /Jobs by status over .* m?s\..*4 failed or blocked/ }).waitFor();
    await expectAccessible(page);

    await page.keyboard.press("r");
    await dialog(page).getByText("2 failed jobs will be queued again").waitFor();
    expect(await dialog(page).innerText()).toContain("and 2 jobs behind them will follow");
    await expectAccessible(page);
    await dialog(page).getByLabel("Reason").fill("More memory");
    await page.keyboard.press("Enter");
    await page.getByText("2 jobs queued again").waitFor();
    await expect.poll(() => work(10, { completed: { logTail: "done" } })).toBe(4);
    await expect.poll(() => work(10, { completed: {} })).toBe(4);
    await state(page, "Succeeded");
    await page.getByText("8 of 8 jobs, 4 recipes whole").first().waitFor();
    await page.locator("#history ~ .history").getByText("Succeeded").waitFor();

    // What is open stands in the address.
    await page.locator(".jobLine").first().click();
    await page.getByText("by node-7").first().waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.has("job")).toBe(true);
    await page.reload();
    await page.getByText("by node-7").first().waitFor();
    await page.close();
  });

  it("pauses, undoes that, limits and cancels, each time saying before to how many", async () => {
    const id = await submit(database(), type, { all_jobs: true }, { title: "February" });
    const page = await open(`/console/batches/${id}`);
    await page.getByText("4 of 4 recipes made").first().waitFor();
    await page.keyboard.press("p");
    await dialog(page).getByText("no job is handed out (8 jobs waiting)").waitFor();
    await dialog(page).getByRole("button", { name: "Pause 1 batch" }).click();
    await state(page, "Held");
    await page.getByRole("button", { name: "Undo" }).click();
    await state(page, "Waiting");

    await page.keyboard.press("l");
    await dialog(page).getByLabel("at most").fill("2");
    await dialog(page).getByRole("button", { name: "Change the limits" }).click();
    await page.getByText("At most 2 jobs at once.").waitFor();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await page.getByText("None.").waitFor();

    await page.keyboard.press("c");
    await dialog(page).getByText("8 jobs that have not started will not run").waitFor();
    await page.keyboard.press("Escape");
    // A dialog that has closed is no longer of this role, and the page hears of it a moment later.
    await page.locator("dialog").waitFor({ state: "detached" });
    await state(page, "Waiting");
    await page.keyboard.press("c");
    await dialog(page).getByRole("button", { name: "Cancel 1 batch" }).click();
    await state(page, "Canceled");
    expect(await page.getByRole("button", { name: "Pause" }).count()).toBe(0);
    await page.close();
  });

  it("says of one that was canceled halfway how much was done before", async () => {
    const id = await submit(database(), type, { all_jobs: true }, { title: "Halfway" });
    const page = await open(`/console/batches/${id}`);
    await page.getByText("4 of 4 recipes made").first().waitFor();
    await expect.poll(() => work(2, { completed: {} })).toBe(2);
    await page.keyboard.press("c");
    await dialog(page).getByRole("button", { name: "Cancel 1 batch" }).click();
    await page.getByText("2 of 8 jobs, 6 canceled, 0 recipes whole").first().waitFor();
    expect(await page.getByRole("heading", { name: "Jobs done" }).innerText()).toMatch(/25%$/);
    // A job that took less than a second is said to have taken some time.
    const times = { started: new Date("2026-01-01T00:00:00.000Z"), ended: new Date("2026-01-01T00:00:00.120Z") };
    await database().prisma.job.updateMany({ where: { batchId: id, status: "COMPLETED" }, data: times });
    await page.getByRole("button", { name: "Refresh" }).click();
    await page.locator(".jobLine").getByText("120 ms").first().waitFor();
    await page.goto("/?q=Halfway");
    await page.getByText("25% done").waitFor();
    await page.getByRole("img", { name: "100% made, 25% done, 6 jobs canceled" }).waitFor();
    await page.close();
  });

  it("says where there is no such batch", async () => {
    const page = await open("/console/batches/999");
    await page.getByText("There is no batch 999.").waitFor();
    await expectAccessible(page);
    await page.close();
  });

  it("is left with nothing for the browser to complain of", () => {
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)("Of the list of batches, several are selected by keys", () => {
  // Without it they stay as they were asked for.
  beforeAll(() => worker.stop());

  it("and canceled at once, which says before how many that are", async () => {
    const type = await makeType(database(), "sort", { name: "sorted" });
    await makeManyRecipes(database(), type, 1);
    for (const title of ["One", "Two"]) await submit(database(), type, { all_jobs: true }, { title });
    const page = await open("/?type=sorted");
    await page.getByText("2 batches", { exact: true }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.getByText("2 batches selected").waitFor();
    await page.keyboard.press("c");
    await dialog(page).getByText("Cancel 2 batches for good?").waitFor();
    await dialog(page).getByRole("button", { name: "Cancel 2 batches" }).click();
    await page.getByText("2 batches canceled").waitFor();
    await expect.poll(() => page.locator("tbody").getByText("Canceled", { exact: true }).count()).toBe(2);

    await page.keyboard.press("?");
    await dialog(page).getByText("Select it").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".rowLink").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Two" }).waitFor();
    await page.close();
  });

  it("and only those that the dialog told of are canceled, whatever has become of the others behind it", async () => {
    const type = await makeType(database(), "sort", { name: "resumed" });
    const [other] = [await submit(database(), type, {}, { title: "Three" }), await submit(database(), type, {}, { title: "Four" })];
    const put = (status: "CANCELED" | "SUBMITTED") => database().prisma.batch.update({ where: { id: other }, data: { status } });
    await put("CANCELED");
    const page = await open("/?type=resumed");
    await page.getByLabel("Select all").check();
    const bar = page.locator(".selection");
    await bar.getByText("Cancel (1)").click();
    await dialog(page).getByText("Cancel this batch for good?").waitFor();
    await put("SUBMITTED");
    await bar.getByText("Cancel", { exact: true }).waitFor();
    await dialog(page).getByRole("button", { name: "Cancel 1 batch" }).click();
    await page.getByText("1 batch canceled").waitFor();
    await page.close();
  });
});

describe.skipIf(!hasBrowser)("The page of a batch that is not over", () => {
  it("is asked for once while the batch only gets further", async () => {
    const type = await makeType(database(), "sort", { name: "further" });
    const id = await submit(database(), type, {}, { title: "March" });
    const make = (createdCount: number) =>
      database().prisma.batch.update({ where: { id }, data: { totalCount: 4, createdCount, status: "CREATING" } });
    await make(1);
    const page = await open("about:blank");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(...(request.postData()?.match(/(?<=query )BatchPage/) ?? [])));
    await page.goto(`/console/batches/${id}`);
    await page.getByText("1 of 4 recipes made").first().waitFor();
    await make(2);
    await page.getByText("2 of 4 recipes made").first().waitFor();
    expect(asked).toEqual(["BatchPage"]);
    await page.close();
  });
});
