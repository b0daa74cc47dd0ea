import { describe, expect, it } from "vitest";
import { pauseBatch } from "../../src/domain/batch/change/pauseBatch.js";
import { createBatch } from "../../src/domain/batch/create/createBatch.js";
import { keepJobMetrics } from "../../src/domain/batch/keepJobMetrics.js";
import { claimJobs } from "../../src/domain/execution/claimJobs.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { ada, batchInput, expand, makeManyRecipes, makeType, revise, runBatch, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { drain, makeWork } from "../support/work.js";
import { batchCommand, useGateway } from "./batchCommand.js";

const database = useDatabase();
const gateway = useGateway(database);
const batch = (...args: string[]) => batchCommand([...args, "--url", gateway().url]);

async function json(...args: string[]) {
  const { stdout } = await batch(...args, "--json");
  return JSON.parse(stdout);
}

/** A recipe type in two revisions, with recipes of the first. */
async function typeWithRecipes(name: string, recipes: number): Promise<TestType> {
  const type = await makeType(database(), "parse mask<parse", { name });
  await makeManyRecipes(database(), type, recipes);
  return revise(database(), type, "parse mask<parse report<mask");
}

/** A batch whose recipes have all failed. @returns its id */
async function failedBatch(name: string, recipes: number): Promise<number> {
  const type = await typeWithRecipes(name, recipes);
  await database().prisma.recipeType.update({ where: { id: type.id }, data: { isActive: false } });
  const id = await submit(database(), type);
  await expand(database(), id);
  await database().prisma.recipeType.update({ where: { id: type.id }, data: { isActive: true } });
  return id;
}

describe("npm run batch -- list", () => {
  it("prints a table of the newest batches, newest last, and how many more there are", async () => {
    const type = await makeType(database(), "parse", { name: "listed" });
    const ids: number[] = [];
    for (const title of ["first", "second", "third"]) {
      ids.push((await createBatch(database(), ada, { ...batchInput(type), title })).id);
    }
    const { code, stdout, stderr } = await batch("list", "--recipe-type", "listed", "--limit", "2");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [head, ...rows] = stdout.trimEnd().split("\n");
    expect(head).toMatch(/ID +Status +Recipe type +Title +Matched +Made +Failed +Created \(UTC\)$/);
    expect(rows.slice(0, 2).map((row) => row.trim().split(/ {2,}/).slice(0, 4))).toEqual([
      [String(ids[1]), "SUBMITTED", "listed 1", "second"],
      [String(ids[2]), "SUBMITTED", "listed 1", "third"],
    ]);
    expect(rows.slice(2)).toEqual(["", "The newest 2 of 3 batches."]);
  });

  it("filters by status, and by recipe types given by name, version or id", async () => {
    const type = await makeType(database(), "parse", { name: "filtered" });
    const [paused, submitted] = [await submit(database(), type), await submit(database(), type)];
    await pauseBatch(database(), ada, paused, null);
    const ids = async (...args: string[]) => (await json("list", ...args)).nodes.map((node: { databaseId: number }) => node.databaseId);
    expect(await ids("--recipe-type", "filtered", "--status", "paused")).toEqual([paused]);
    expect(await ids("--recipe-type", "filtered@1", "--status", "PAUSED,SUBMITTED")).toEqual([paused, submitted]);
    expect(await ids("--recipe-type", String(type.id), "--status", "CANCELED")).toEqual([]);
  });

  it("sorts by any fields, the first ones first", async () => {
    const type = await makeType(database(), "parse", { name: "sorted" });
    for (const title of ["b", "a", "c"]) await createBatch(database(), ada, { ...batchInput(type), title });
    const { nodes } = await json("list", "--recipe-type", "sorted", "--order", "status,-title", "--limit", "2");
    expect(nodes.map((node: { title: string }) => node.title)).toEqual(["c", "b"]);
  });

  it("says so where there are none", async () => {
    await makeType(database(), "parse", { name: "lonely" });
    expect(await batch("list", "--recipe-type", "lonely")).toEqual({ code: 0, stdout: "No batches.\n", stderr: "" });
    expect(await json("list", "--recipe-type", "lonely")).toEqual({ totalCount: 0, nodes: [] });
  });

  it("keeps others' titles from steering the terminal", async () => {
    const type = await makeType(database(), "parse", { name: "escaped" });
    await createBatch(database(), ada, { ...batchInput(type), title: "a\u001b[2Jb\u009b31m\nc\u202e" });
    const { stdout } = await batch("list", "--recipe-type", "escaped");
    expect(stdout).toContain("a\uFFFD[2Jb\uFFFD31m c\uFFFD");
  });

  it("refuses a recipe type that does not exist", async () => {
    const { code, stdout, stderr } = await batch("list", "--recipe-type", "nothing@2");
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: 'error: --recipe-type: there is no recipe type "nothing@2"\n',
    });
  });
});

describe("npm run batch -- show", () => {
  it("tells the definition in words, the counts, the jobs and the history", async () => {
    const type = await typeWithRecipes("shown", 3);
    const definition = { date_range: { started: "2015-01-01T00:00:00Z" }, job_names: ["parse"], priority: 5 };
    const { id } = await createBatch(database(), ada, { ...batchInput(type, definition), title: "Again", description: "For Bob" });
    await expand(database(), id);
    const { code, stdout } = await batch("show", String(id));
    expect(code).toBe(0);
    const lines = stdout.split("\n").map((line) => line.replace(/ {2,}/g, "  "));
    expect(lines).toContain(`Batch  ${id}`);
    expect(lines).toContain("Title  Again");
    expect(lines).toContain("Description  For Bob");
    expect(lines).toContain(`Recipe type  shown 1 (id ${type.id})`);
    expect(lines).toContain("Definition  recipes created from 2015-01-01 00:00:00Z; jobs that changed, and parse; priority 5");
    expect(lines).toContain("Recipes  3 made and 0 failed of 3 matched (100 %)");
    expect(stdout).toMatch(/^Jobs made +9: .*\d+ (pending|queued)/m);
    expect(stdout).toMatch(/^ +No worker has taken a job yet\. /m);
    expect(stdout).toMatch(/^Created +\S+ \S+ UTC by ada$/m);
    expect(stdout.match(/(SUBMITTED|CREATING|CREATED) {2,}\S+/g)?.map((line) => line.replace(/ +/, " "))).toEqual([
      "SUBMITTED ada",
      "CREATING scale-batch-creator",
      "CREATED scale-batch-creator",
    ]);
    expect(stdout).not.toContain("failed (here");
  });

  it("lists the first failed recipes with their reasons, and what they are a retry of", async () => {
    const id = await failedBatch("failing", 3);
    const retried = await json("retry", String(id));
    const { stdout } = await batch("show", String(id), "--failures", "2");
    expect(stdout).toContain("3 recipes failed (here the first 2 of 3)");
    expect(stdout.match(/^ *\d+ {2}RECIPE_TYPE_INACTIVE: .+$/gm)).toHaveLength(2);
    expect((await batch("show", String(retried.batch.databaseId))).stdout).toMatch(new RegExp(`^Retry of +batch ${id}$`, "m"));
  });

  it("gives the batch as one JSON document", async () => {
    const id = await submit(database(), await makeType(database(), "parse"), { all_jobs: true });
    const shown = await json("show", String(id));
    expect(shown).toMatchObject({ databaseId: id, status: "SUBMITTED", definition: { allJobs: true }, events: [{ to: "SUBMITTED" }] });
    expect(await json("show", shown.id)).toEqual(shown);
  });

  it("refuses a batch that does not exist, for programs too", async () => {
    expect(await batch("show", "999")).toEqual({ code: 1, stdout: "", stderr: "error: There is no batch 999\n" });
    const { code, stdout } = await batch("show", "nonsense", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ errors: [{ code: "NOT_FOUND", path: [], message: "There is no batch nonsense" }] });
  });
});

describe("npm run batch -- cancel, pause, resume, retry", () => {
  it("pauses, resumes and cancels a batch, with reasons that its history keeps", async () => {
    const id = String(await submit(database(), await typeWithRecipes("changed", 2)));
    expect((await batch("pause", id, "--reason", "lunch")).stdout).toContain(`Batch ${id} is PAUSED: 0 made and 0 failed of 0 recipes.`);
    expect((await batch("resume", id)).stdout).toContain(`Batch ${id} is SUBMITTED`);
    const canceled = await batch("cancel", id, "--reason", "wrong jobs");
    expect(canceled.code).toBe(0);
    expect(canceled.stdout).toContain(`Batch ${id} is CANCELED: 0 made and 0 failed of 0 recipes. 0 jobs canceled.`);
    const { events } = await json("show", id);
    expect(events.map(({ to, reason }: { to: string; reason: string }) => [to, reason])).toEqual([
      ["SUBMITTED", null],
      ["PAUSED", "lunch"],
      ["SUBMITTED", null],
      ["CANCELED", "wrong jobs"],
    ]);
  });

  it("gives what was changed as one JSON document", async () => {
    const id = await submit(database(), await typeWithRecipes("changed-json", 2));
    expect(await json("cancel", String(id))).toMatchObject({ batch: { databaseId: id, status: "CANCELED" }, errors: [] });
  });

  it("tries the failed recipes of a batch again in a new one", async () => {
    const id = await failedBatch("retried", 2);
    const { code, stdout } = await batch("retry", String(id));
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Created batch \\d+: it tries again what failed in batch ${id}\\.`));
  });

  it("holds and stops the work of a batch that is CREATED, limits it, and runs its jobs again", async () => {
    const id = await submit(database(), await typeWithRecipes("braked", 2), { all_jobs: true });
    await expand(database(), id);
    const counts = `Batch ${id} is CREATED: 2 made and 0 failed of 2 recipes.`;
    expect((await batch("pause", String(id))).stdout).toBe(`${counts} Its work is held.\n`);
    expect((await batch("resume", String(id))).stdout).toBe(`${counts} Its work waits for a worker.\n`);
    const limited = await batch("limit", String(id), "--max-running", "2", "--stop-after-failed", "5");
    expect(limited.stdout).toBe(`Batch ${id}: at most 2 jobs run at once, its work is held after 5 failed jobs.\n`);
    expect(await json("limit", String(id), "--max-running", "none")).toMatchObject({
      batch: { limits: { maxRunningJobs: null, stopAfterFailedJobs: 5 } },
    });
    expect(await batch("limit", String(id))).toMatchObject({ code: 2 });
    expect((await batch("cancel", String(id))).stdout).toContain(`${counts} Its work is canceled.`);
    const canceled = await database().prisma.job.count({ where: { batchId: id, status: "CANCELED" } });
    expect((await batch("requeue", String(id))).stdout).toBe("0 jobs requeued.\n");
    expect((await batch("requeue", String(id), "--canceled", "--reason", "no mistake")).stdout).toBe(`${canceled} jobs requeued.\n`);
    const { workEvents } = await json("show", String(id));
    expect(workEvents.at(-1)).toMatchObject({ from: "CANCELED", to: "RUNNING", reason: "no mistake" });
    expect(await batch("requeue", "--job", "999999")).toMatchObject({ code: 1, stderr: "error: jobIds.0: names no job\n" });
    expect(await batch("requeue", String(id), "--job", "1")).toMatchObject({ code: 2 });
    expect(await batch("requeue", "999")).toEqual({ code: 1, stdout: "", stderr: "error: There is no batch 999\n" });
  });

  it("shows the jobs that failed, and how to run them again", async () => {
    const id = await submit(database(), await typeWithRecipes("broken", 1), { all_jobs: true });
    await expand(database(), id);
    const job = await database().prisma.job.findFirstOrThrow({ where: { batchId: id, status: "QUEUED" }, include: { jobType: true } });
    const order = { worker: "tester", jobTypes: [job.jobType], max: 100, leaseSeconds: 60, requestId: null };
    const { claims } = await claimJobs(database(), order);
    const { token } = claims.find(({ jobId }) => jobId === job.id) as { token: string };
    const failure = { error: "no-disk", message: "The disk is full", retryable: false, retryAfterSeconds: null };
    await reportJobs(database(), [{ token, kind: "failed", ...failure, exitCode: 3, logTail: "one\ntwo\n" }]);
    const { stdout } = await batch("show", String(id));
    expect(stdout).toMatch(/^1 job failed \(here all of them\)$/m);
    expect(stdout).toMatch(new RegExp(`^ *${job.id}  .*  1  no-disk; The disk is full; exit code 3; log: two$`, "m"));
    expect(stdout).toContain(`To run them again: npm run batch -- requeue ${id}\n`);
  });

  it("says why the gateway refuses a change, and exits with 1", async () => {
    const id = await submit(database(), await makeType(database(), "parse"));
    await expand(database(), id);
    for (const [command, reason] of [
      ["pause", `Batch ${id} is CREATED and can't become PAUSED`],
      ["resume", `Batch ${id} is CREATED and can't become CREATING`],
      ["cancel", `Batch ${id} is CREATED and can't become CANCELED`],
      ["retry", `Nothing failed in batch ${id} (CREATED)`],
    ] as const) {
      expect(await batch(command, String(id))).toEqual({ code: 1, stdout: "", stderr: `error: ${reason}\n` });
    }
    const { errors } = await json("cancel", String(id));
    expect(errors).toMatchObject([{ code: "CONFLICT" }]);
    expect(await batch("cancel", "999")).toEqual({ code: 1, stdout: "", stderr: "error: There is no batch 999\n" });
  });
});

describe("npm run batch -- compare", () => {
  it("tells job by job how long it took and how often it failed in each batch, and how that differs from the first", async () => {
    const { batchId: first, type } = await makeWork(database(), "compared", 2);
    const run = (seconds: number) =>
      database().pool.query("UPDATE job_exe SET started = ended - make_interval(secs => $1) WHERE ended IS NOT NULL", [seconds]);
    await drain(database());
    await run(4);
    await keepJobMetrics(database(), new AbortController().signal);
    const second = await runBatch(database(), type, { all_jobs: true });
    await drain(database());
    await run(3);
    const { stdout, code } = await batch("compare", String(first), String(second));
    expect(code).toBe(0);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.trim().split(/ {2,}/));
    expect(lines.slice(1, 3).map((cells) => cells.slice(0, -1))).toEqual([
      [String(first), `${type.name} 1`, "SUCCEEDED"],
      [String(second), `${type.name} 1`, "SUCCEEDED", String(first)],
    ]);
    expect(lines.slice(4)).toEqual([
      ["compared"],
      ["Batch", "Done", "Failed", "Shortest", "Mean", "p95", "Longest"],
      [String(first), "2", "0", "4 s", "4 s", "4 s", "4 s"],
      [String(second), "2", "0", "3 s", "3 s", "-25 %", "3 s", "-25 %", "3 s"],
    ]);
    const { batches, jobs } = await json("compare", String(second), String(first));
    expect(batches).toMatchObject([{ databaseId: second, previous: { databaseId: first } }, { databaseId: first }]);
    expect(jobs).toMatchObject([{ jobName: "compared", metrics: [{ mean: 3 }, { mean: 4, count: 2, failed: 0 }] }]);
    expect((await batch("show", String(second))).stdout).toMatch(new RegExp(`Previous +batch ${first}\n`));
    expect(await batch("compare", String(first), "999999")).toMatchObject({ code: 1, stderr: "error: There is no batch 999999\n" });
  });
});
