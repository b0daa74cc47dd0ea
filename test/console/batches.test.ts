import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { expectAccessible, hasBrowser, useConsole } from "../support/console.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const { open, restart, complaints, origins, address } = useConsole(database);

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
      // Both are kept, however soon one follows the other.
      await page.getByRole("button", { name: "Clear filters" }).click();
      await page.getByRole("searchbox").fill("sec");
      await page.getByLabel("Status").selectOption("CREATING");
      await expect.poll(() => new URL(page.url()).search).toBe("?status=CREATING&q=sec");
      expect(await page.getByRole("searchbox").inputValue()).toBe("sec");
      // A recipe type that is suggested is taken as it is chosen.
      await page.getByRole("button", { name: "Clear filters" }).click();
      await page.getByLabel("Recipe type").focus();
      await page.locator("option[value=landsat-scene]").waitFor({ state: "attached" });
      await page.locator("option[value=ada]").waitFor({ state: "attached" });
      await page.getByLabel("Recipe type").fill("landsat-scene");
      await expect.poll(() => new URL(page.url()).search).toBe("?type=landsat-scene");
      // What was typed is in the address when the list is left, or Enter is pressed, however soon.
      await page.getByRole("button", { name: "Clear filters" }).click();
      await page.getByText("2 batches").waitFor();
      const searched = await page.evaluate(`(() => {
        const field = document.querySelector("input[type=search]");
        const type = (text) => {
          field.focus();
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        };
        const later = () => new Promise((resolve) => setTimeout(resolve, 50));
        return (async () => {
          type("sec");
          await later();
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
          const entered = location.search;
          await later();
          type("second");
          await later();
          field.blur();
          return [entered, location.search];
        })();
      })()`);
      expect(searched).toEqual(["?q=sec", "?q=second"]);
      await page.goto("/?sort=title");
      await page.getByText("2 batches").waitFor();
      expect(await page.locator("tbody .rowLink").allInnerTexts()).toEqual(["First", "Second"]);
      await page.goto("/?q=nothing");
      await page.getByText("No batch matches these filters.").waitFor();
      await page.close();
    });

    it("goes on being shown where it can't be asked for anew, which the page says", async () => {
      const page = await open("/");
      await page.getByText("2 batches").waitFor();
      const errors = [{ message: "The database rests", extensions: { code: "INTERNAL_SERVER_ERROR" } }];
      await page.route("**/graphql", (route) =>
        route.request().postData()?.includes("query Batches") ? route.fulfill({ json: { errors } }) : route.continue(),
      );
      await page.getByLabel(/Second/).check();
      await page.getByRole("button", { name: "Pause" }).click();
      await page.getByRole("button", { name: "Pause 1 batch" }).click();
      await page.getByRole("alert").getByText("The database rests").waitFor();
      expect(await page.locator("tbody .rowLink").allInnerTexts()).toEqual(["Second", "First"]);
      await page.unroute("**/graphql");
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("alert").waitFor({ state: "detached" });
      await page.close();
    });
  });

  it("asks no other host for anything, and the browser has nothing to complain of", () => {
    expect([...origins]).toEqual([address()]);
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)("The list that is longer than the screen", () => {
  it("asks for its rows once and first, and shows them again as they were left on the way back", async () => {
    const type = await makeType(database(), "parse", { name: "long" });
    for (let number = 1; number <= 40; number++) await submit(database(), type, {}, { title: `Long ${number}` });
    const page = await open("about:blank");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(...(request.postData()?.match(/(?<=query )\w+/) ?? [])));
    await page.goto("/?q=long");
    await page.getByText("25 of 40 batches").waitFor();
    await page.getByRole("link", { name: /^Anonymous/ }).waitFor();
    expect(asked.slice(0, 2)).toEqual(["Batches", "Viewer"]);
    await page.getByRole("button", { name: "Show more" }).scrollIntoViewIfNeeded();
    await page.getByText("40 batches", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Long 5", exact: true }).scrollIntoViewIfNeeded();
    const left = await page.evaluate("scrollY");
    expect(left).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Long 5", exact: true }).click();
    await page.getByRole("heading", { name: "Long 5" }).waitFor();
    expect(await page.evaluate("[scrollY, document.activeElement.id]")).toEqual([0, "content"]);
    await page.goBack();
    await page.getByText("40 batches", { exact: true }).waitFor();
    await expect.poll(() => page.evaluate("scrollY")).toBe(left);
    await page.close();
  });
});

describe.skipIf(!hasBrowser)("The list that is left open", () => {
  it("tells of new batches, and shows it when one that was over goes on", async () => {
    const type = await makeType(database(), "parse", { name: "open" });
    const set = (id: number, data: { status: string; workFinished: Date | null }) =>
      database().prisma.batch.update({ where: { id }, data });
    const id = await submit(database(), type, {}, { title: "Open 1" });
    await set(id, { status: "FAILED", workFinished: new Date() });
    const page = await open("/?q=open");
    const row = page.getByRole("row", { name: /Open 1/ });
    await row.getByText("Creation failed").waitFor();
    await set(id, { status: "PAUSED", workFinished: null });
    await row.getByText("Paused", { exact: true }).waitFor();
    await database().prisma.batch.update({ where: { id }, data: { title: "Open again" } });
    await page.getByRole("link", { name: "Open again", exact: true }).waitFor();
    await submit(database(), type, {}, { title: "Open 2" });
    await page.getByRole("button", { name: "1 newer batch" }).click();
    await page.getByRole("row", { name: /Open 2/ }).waitFor();
    await page.close();
  });
  it("shows it, too, where the gateway is too busy at first to tell of its row", async () => {
    const type = await makeType(database(), "parse", { name: "busy" });
    const set = (id: number, data: { status: string; workFinished: Date | null }) =>
      database().prisma.batch.update({ where: { id }, data });
    const id = await submit(database(), type, {}, { title: "Busy" });
    await set(id, { status: "FAILED", workFinished: new Date() });
    const page = await open("about:blank");
    let lists = 0;
    page.on("requestfinished", (request) => request.postData()?.includes("query Batches(") && lists++);
    await page.goto("/?q=busy");
    const row = page.getByRole("row", { name: /Busy/ });
    await row.getByText("Creation failed").waitFor();
    // The list is asked for once more when the page hears of changes.
    await expect.poll(() => lists).toBe(2);
    const errors = [{ message: "The gateway has too much to do", extensions: { code: "SERVICE_UNAVAILABLE" } }];
    let refused = 0;
    await page.route("**/graphql", (route) =>
      route.request().postData()?.includes("query BatchRows") && refused++ === 0 ? route.fulfill({ json: { errors } }) : route.continue(),
    );
    await set(id, { status: "PAUSED", workFinished: null });
    await row.getByText("Paused", { exact: true }).waitFor();
    expect(refused).toBe(2);
    await page.close();
  });
  it("reads rows far down anew when it is shown again", async () => {
    const type = await makeType(database(), "parse", { name: "returned" });
    const ids: number[] = [];
    for (let number = 1; number <= 40; number++) ids.push(await submit(database(), type, {}, { title: `Returned ${number}` }));
    const page = await open("/?q=returned");
    await page.getByRole("button", { name: "Show more" }).scrollIntoViewIfNeeded();
    await page.getByText("40 batches", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Queues" }).click();
    await page.getByRole("heading", { name: "Queues" }).waitFor();
    await database().prisma.batch.update({ where: { id: Number(ids[0]) }, data: { title: "Returned, but otherwise" } });
    await page.goBack();
    await page.getByRole("link", { name: "Returned, but otherwise", exact: true }).waitFor();
    await page.close();
  });
});

describe.skipIf(!hasBrowser)("A batch whose recipes could not be made", () => {
  it("is no success, although no job has failed", async () => {
    const id = await submit(database(), await makeType(database(), "parse", { name: "unmade" }), {}, { title: "Unmade" });
    const made = { status: "CREATED", totalCount: 1200, failedCount: 1200, workState: "SUCCEEDED", workFinished: new Date() };
    await database().prisma.batch.update({ where: { id }, data: made });
    const page = await open("/?q=unmade");
    const row = page.getByRole("row", { name: /Unmade/ });
    await row.getByText("Recipes failed").waitFor();
    await row.getByText("1,200 recipes").waitFor();
    await page.close();
  });
});

describe.skipIf(!hasBrowser)("The list in a tab that nobody sees", () => {
  /** The page of a tab that can be hidden, with a clock that is set by hand, and how often it has said something by its WebSocket. */
  async function openTab() {
    const page = await open("about:blank");
    await page.clock.install();
    const sent: string[] = [];
    page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => sent.push(JSON.parse(String(payload)).type)));
    return {
      page,
      count: (type: string) => sent.filter((one) => one === type).length,
      show: (isHidden: boolean) =>
        page.evaluate(`Object.defineProperty(document, "hidden", { value: ${isHidden}, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"))`),
    };
  }

  it("is told nothing after a while, and catches up when it is seen", async () => {
    const id = await submit(database(), await makeType(database(), "parse", { name: "unseen" }), {}, { title: "Unseen" });
    const make = (createdCount: number) =>
      database().prisma.batch.update({ where: { id }, data: { totalCount: 4, createdCount, status: "CREATING" } });
    await make(1);
    const { page, count, show } = await openTab();
    await page.goto("/?q=unseen");
    await page.getByText("25% made").waitFor();
    await expect.poll(() => count("subscribe")).toBe(2);
    await show(true);
    await page.clock.fastForward(29_000);
    expect(count("complete")).toBe(0);
    await page.clock.fastForward(1000);
    await expect.poll(() => count("complete")).toBe(2);
    await make(2);
    await show(false);
    await page.getByText("50% made").waitFor();
    expect(count("subscribe")).toBe(4);
    await page.close();
  });

  it("catches up with rows far down, too", async () => {
    const type = await makeType(database(), "parse", { name: "missed" });
    const ids: number[] = [];
    for (let number = 1; number <= 40; number++) ids.push(await submit(database(), type, {}, { title: `Missed ${number}` }));
    await database().prisma.batch.updateMany({ where: { id: { in: ids } }, data: { status: "FAILED", workFinished: new Date() } });
    const { page, count, show } = await openTab();
    await page.goto("/?q=missed");
    await page.getByRole("button", { name: "Show more" }).scrollIntoViewIfNeeded();
    await page.getByText("40 batches", { exact: true }).waitFor();
    await expect.poll(() => count("subscribe")).toBe(1);
    await show(true);
    await page.clock.fastForward(30_000);
    await expect.poll(() => count("complete")).toBe(1);
    const data = { status: "PAUSED", workFinished: null, title: "Missed, but found again" };
    await database().prisma.batch.update({ where: { id: Number(ids[0]) }, data });
    await show(false);
    await page
      .getByRole("row", { name: /Missed, but found again/ })
      .getByText("Paused", { exact: true })
      .waitFor();
    await page.close();
  });
});

describe.skipIf(!hasBrowser)("The console that gets no WebSocket", () => {
  it("says on the pages that follow something, and on no other, that what is shown may be old", async () => {
    const page = await open("about:blank");
    await page.routeWebSocket("**/graphql", (socket) => socket.close({ code: 1013 }));
    await page.goto("/");
    const note = page.getByText("what is shown may be old");
    await note.waitFor();
    await page.getByRole("link", { name: "Recipe types" }).click();
    await page.getByRole("heading", { name: "Recipe types" }).waitFor();
    await note.waitFor({ state: "detached" });
    await page.close();
  });
});

describe.skipIf(!hasBrowser)("The console that is open during an upgrade", () => {
  it("goes on with what moves when the gateway is there again", async () => {
    const id = await submit(database(), await makeType(database(), "parse", { name: "upgraded" }), {}, { title: "Third" });
    const page = await open("/?q=third");
    const make = (createdCount: number) =>
      database().prisma.batch.update({ where: { id }, data: { totalCount: 4, createdCount, status: "CREATING" } });
    await make(1);
    await page.getByText("25% made").waitFor();
    const note = page.getByText("what is shown may be old");
    await Promise.all([note.waitFor(), restart()]);
    await note.waitFor({ state: "detached" });
    await make(2);
    await page.getByText("50% made").waitFor();
    await page.close();
  });

  it("loads itself anew where the file of a page is gone, and says it where that does not help", async () => {
    const page = await open("/?q=third");
    const files = "**/assets/Batch-*.js";
    let loads = 0;
    page.on("load", () => loads++);
    await page.route(files, (route) => route.fulfill({ status: 404 }));
    await page.getByRole("link", { name: "Third" }).click();
    await page.getByText("This page has a fault of its own.").waitFor();
    expect(loads).toBe(1);
    await page.unroute(files);
    await page.getByRole("button", { name: "Load it again" }).click();
    await page.getByRole("heading", { name: "Third" }).waitFor();
    await page.close();
  });
});
