import { beforeAll, describe, expect, it } from "vitest";
import { batchOrderNames } from "../../src/rest/batchQuery.js";
import { get, useApp } from "../support/app.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);

/** Batches "1" to "4", in the order of their ids. */
beforeAll(async () => {
  const { prisma } = database();
  const beta = await makeType(database(), "parse", { name: "beta", version: "2.0" });
  const alphaTwo = await makeType(database(), "parse", { name: "alpha", version: "2.0", title: "A" });
  const alphaOne = await makeType(database(), "parse", { name: "alpha", version: "1.0", title: "B" });
  const rows = [
    { type: beta, title: "b", status: "CANCELED", minute: 3, createdCount: 5, jobStatus: "QUEUED", priority: 20, numExes: 0 },
    { type: alphaTwo, title: null, status: "CREATED", minute: 1, createdCount: 5, jobStatus: "COMPLETED", priority: 10, numExes: 2 },
    { type: alphaOne, title: "a", status: "SUBMITTED", minute: 2, createdCount: 0, jobStatus: "RUNNING", priority: 30, numExes: 1 },
    { type: alphaOne, title: "a", status: "CREATED", minute: 2, createdCount: 9, jobStatus: "FAILED", priority: 5, numExes: 3 },
  ];
  await prisma.recipeType.update({
    where: { id: alphaTwo.id },
    data: { triggerRule: { create: { type: "INGEST", name: "a" } } },
  });
  await prisma.recipeType.update({
    where: { id: beta.id },
    data: { triggerRule: { create: { type: "INGEST", name: "b" } } },
  });
  const jobs: number[] = [];
  for (const [i, { type, title, status, minute, createdCount, jobStatus, priority, numExes }] of rows.entries()) {
    const id = await submit(database(), type, {}, { title, description: String(i + 1) });
    const lastModified = new Date(Date.UTC(2015, 5, 1, 0, minute));
    const { creatorJobId } = await prisma.batch.update({ where: { id }, data: { status, createdCount, lastModified } });
    await prisma.job.update({ where: { id: creatorJobId as number }, data: { status: jobStatus, priority, numExes } });
    jobs.push(creatorJobId as number);
  }
  const [, second, third, fourth] = jobs as [number, number, number, number];
  await prisma.job.update({ where: { id: third }, data: { cpusRequired: 0.25 } });
  await prisma.job.update({ where: { id: second }, data: { supersededJobId: third } });
  const error = { create: { name: "no-disk", title: "No disk", category: "SYSTEM" } };
  await prisma.job.update({ where: { id: fourth }, data: { error } });
});

async function order(...fields: string[]): Promise<string> {
  const { status, body } = await get(app(), `/batches/?${fields.map((field) => `order=${field}`).join("&")}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.results.map(({ description }: { description: string }) => description).join("");
}

describe("Batch List's order", () => {
  it("is by last_modified, then by id", async () => {
    expect(await order()).toBe("2341");
  });

  it.each([
    ["id", "1234"],
    ["-id", "4321"],
    ["-last_modified", "1432"],
    ["created_count", "3124"],
    ["-created_count", "4213"],
    ["recipe_type", "1234"],
    ["recipe_type__id", "1234"],
    ["-recipe_type__id", "4321"],
    ["recipe_type__name", "2341"],
    ["event__occurred", "1234"],
    ["creator_job", "1234"],
    ["creator_job__status", "2413"],
    ["creator_job__priority", "4213"],
    ["-creator_job__num_exes", "4231"],
    ["creator_job__job_type__name", "1234"],
    ["recipe_type_id", "1234"],
    ["recipe_type__pk", "1234"],
    ["recipe_type__trigger_rule__name", "2134"],
    ["event__rule__configuration", "1234"],
    ["creator_job__cpus_required", "3124"],
    ["creator_job__error__title", "4123"],
    ["-creator_job__error__is_builtin", "3214"],
    ["creator_job__superseded_job__status", "2134"],
    ["creator_job__superseded_by_job__superseded_job__priority", "3124"],
    ["creator_job__job_type_rev__job_type__icon_code", "1234"],
    ["creator_job__superseded_job__job_type__interface", "2134"],
  ])("by %s is %s", async (field, found) => {
    expect(await order(field)).toBe(found);
  });

  it("puts what has no value behind the rest, and before it in reverse", async () => {
    expect(await order("title")).toBe("3412");
    expect(await order("-title")).toBe("2143");
    expect(await order("recipe_type__title")).toBe("2341");
  });

  it("by status is that of the states it shows", async () => {
    expect(await order("status")).toBe("2413");
    expect(await order("-status", "id")).toBe("1324");
  });

  it("takes several fields, the first one first", async () => {
    expect(await order("recipe_type__name", "-recipe_type__version")).toBe("2431");
    expect(await order("recipe_type__name", "-recipe_type__version", "id")).toBe("2341");
    expect(await order("created_count", "-id")).toBe("3214");
  });

  it("takes ten different fields, and no more", async () => {
    const fields = ["title", "status", "created", ...batchOrderNames.filter((name) => name.startsWith("recipe_type__"))];
    expect(await order(...fields.slice(0, 10), "title", "-title")).toHaveLength(4);
    const { status, body } = await get(
      app(),
      `/batches/?${fields
        .slice(0, 11)
        .map((field) => `order=${field}`)
        .join("&")}`,
    );
    expect({ status, body }).toEqual({ status: 400, body: { detail: "order: must name at most 10 different fields" } });
  });

  it("leaves out a field that is named again", async () => {
    expect(await order("title", "-title", "-id")).toBe("4312");
    expect(await order(...Array.from({ length: 600 }, () => "title"))).toBe("3412");
  });

  it.each(batchOrderNames)("knows %s", async (name) => {
    expect([...(await order(name))].sort().join("")).toBe("1234");
    expect([...(await order(`-${name}`))].sort().join("")).toBe("1234");
  });

  it.each([
    "foo",
    "-foo",
    "",
    "-",
    "--id",
    "title ",
    "TITLE",
    "definition",
    "recipe_type__foo",
    "constructor",
    "__proto__",
    "created_by",
    ...["retry_of_id", "recipe_type_rev_id", "createdCount", "recipe_type__name__", "creator_job__recipe_jobs__id", "recipe_type.name"],
    `${"creator_job__".padEnd(9 * 16, "superseded_job__")}id`,
  ])("refuses %j and names it", async (field) => {
    const { status, body } = await get(app(), `/batches/?order=id&order=${encodeURIComponent(field)}`);
    expect(status).toBe(400);
    expect(body.detail).toBe(`order: "${field}" is not a field that batches can be ordered by`);
  });
});
