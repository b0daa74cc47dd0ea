import type { Request } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, hasBrowser, useConsole } from "../support/console.js";
import { useDatabase } from "../support/database.js";
import { makeWork } from "../support/work.js";
import { askWorkersDoor } from "../support/workerRequests.js";

const database = useDatabase();
const { open, complaints, address } = useConsole(database);

describe.skipIf(!hasBrowser)("The queues", () => {
  it("show what waits and runs of each job type, why it is held, and who runs it; they are paused and limited there", async () => {
    await makeWork(database(), "parse publish<parse", 3);
    await askWorkersDoor(address(), [], { worker: "node-7", max: 1 });
    const page = await open("/console/queues");
    const row = page.getByRole("row", { name: /^parse/ });
    await row.getByRole("cell", { name: "2", exact: true }).waitFor();
    await page.getByRole("row", { name: /^node-7 1/ }).waitFor();
    await expectAccessible(page);

    await row.getByRole("button", { name: /^Pause/ }).click();
    await page.getByRole("dialog").getByText("2 queued jobs are held until it is resumed. 1 job that runs goes on").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Pause" }).click();
    await row.getByText("2: the job type is paused").waitFor();
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await page.keyboard.press("u");
    await row.getByRole("button", { name: /^Pause/ }).waitFor();

    await row.getByRole("button", { name: /^Limit/ }).click();
    await page.getByRole("dialog").getByLabel("at most").fill("1");
    await page.keyboard.press("Enter");
    await row.getByText("1 of at most 1").waitFor();
    await row.getByText("2: as many run as may").waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("give up an answer that is older than what they were told", async () => {
    const page = await open("about:blank");
    const queues = (request: Request) => request.postData()?.includes("query Queues") ?? false;
    // The answer never comes.
    await page.route("**/graphql", (route) => (queues(route.request()) ? undefined : route.continue()));
    await Promise.all([page.waitForEvent("requestfailed", queues), page.goto("/console/queues")]);
    await page.getByRole("row", { name: /^parse/ }).waitFor();
    await page.close();
  });
});
