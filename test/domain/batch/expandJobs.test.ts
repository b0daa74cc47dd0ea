import { describe, expect, test } from "vitest";
import { type JobStatus, jobStatuses } from "../../../src/domain/job/jobStatus.js";
import { makeRecipe, makeType, revise, runBatch, type TypeOptions } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";
import { batchOf, recipeOf, successorOf } from "../../support/recipeViews.js";

const database = useDatabase();

interface Scene {
  readonly from: string;
  /** The next revision; none where only forced jobs change. */
  readonly to?: string;
  readonly options?: TypeOptions;
  readonly definition?: unknown;
  readonly jobs?: Readonly<Record<string, JobStatus>>;
}

/** Re-processes a recipe: what it was, what it is, what has superseded it, and the batch. */
async function reprocess({ from, to, options, definition = {}, jobs }: Scene) {
  const type = await makeType(database(), from);
  const id = await makeRecipe(database(), type, jobs === undefined ? {} : { jobs });
  const before = await recipeOf(database(), { id });
  if (to !== undefined) await revise(database(), type, to, options);
  const batch = await batchOf(database(), await runBatch(database(), type, definition));
  return { before, old: await recipeOf(database(), { id }), made: await successorOf(database(), id), batch };
}

/** The jobs that must be there. */
const jobOf = <J>(jobs: Readonly<Record<string, J>>, name: string): J => {
  const job = jobs[name];
  if (!job) throw new Error(`There is no job ${name}`);
  return job;
};

describe("an identical job", () => {
  test("is kept: the new recipe points at it, and it stays as it was", async () => {
    const { before, made } = await reprocess({ from: "a b<a", to: "a b@2<a" });
    expect(jobOf(made.jobs, "a")).toEqual({ ...jobOf(before.jobs, "a"), isOriginal: false });
  });

  test("is kept whatever its name is now", async () => {
    const { before, made } = await reprocess({ from: "a b<a", to: "x=a b@2<x" });
    expect(Object.keys(made.jobs).sort()).toEqual(["b", "x"]);
    expect(jobOf(made.jobs, "x")).toEqual({ ...jobOf(before.jobs, "a"), isOriginal: false });
  });

  test("is kept again by the next batch", async () => {
    const type = await makeType(database(), "a b<a");
    const id = await makeRecipe(database(), type);
    await runBatch(database(), type, { job_names: ["b"] });
    const second = await successorOf(database(), id);
    await runBatch(database(), type, { job_names: ["b"] });
    const third = await successorOf(database(), second.id);
    expect(third.jobs.a).toEqual(second.jobs.a);
    expect(third.jobs.a).toMatchObject({ isOriginal: false, isSuperseded: false });
  });
});

describe("a job that is run again", () => {
  test("is a new one that supersedes the old; what depends on it is run again too", async () => {
    const { old, made } = await reprocess({ from: "a b<a c<b d<a", definition: { job_names: ["b"] } });
    for (const name of ["b", "c"]) {
      const [before, after] = [jobOf(old.jobs, name), jobOf(made.jobs, name)];
      expect(after).toMatchObject({ supersededJobId: before.id, rootSupersededJobId: before.id, isOriginal: true, isSuperseded: false });
      expect(before).toMatchObject({ isSuperseded: true, superseded: made.created, supersededJobId: null });
    }
    for (const name of ["a", "d"]) expect(jobOf(made.jobs, name)).toMatchObject({ id: old.jobs[name]?.id, isSuperseded: false });
  });

  test("supersedes the one that it is identical to, under whatever name that went", async () => {
    const { old, made } = await reprocess({ from: "a b<a", to: "a x=b<a", definition: { job_names: ["x"] } });
    expect(jobOf(made.jobs, "x").supersededJobId).toBe(jobOf(old.jobs, "b").id);
    expect(jobOf(old.jobs, "b").isSuperseded).toBe(true);
  });
});

describe("a new job", () => {
  test("supersedes none, not even the one that had its name", async () => {
    const { old, made } = await reprocess({ from: "a b<a", to: "a b@2<a c<b" });
    for (const name of ["b", "c"]) {
      const job = jobOf(made.jobs, name);
      expect(job).toMatchObject({ supersededJobId: null, rootSupersededJobId: null, isOriginal: true, numExes: 0, errorId: null });
    }
    expect(jobOf(old.jobs, "b").isSuperseded).toBe(true);
  });

  const needs = { priority: 7, timeout: 60, max_tries: 9, cpus_required: 2.5, mem_required: 512 };

  test("has what the current revision of its job type asks for", async () => {
    const options = { jobTypes: { needy: { ...needs, job_type_interface: { version: "1.0", command: "new" } } } };
    await makeType(database(), "needy");
    const { made } = await reprocess({ from: "a", to: "a needy<a", options });
    const jobType = await database().prisma.jobType.findFirstOrThrow({ where: { name: "needy" }, include: { revisions: true } });
    const second = jobType.revisions.find(({ revisionNum }) => revisionNum === 2);
    expect(jobOf(made.jobs, "needy")).toMatchObject({
      jobTypeId: jobType.id,
      jobTypeRevId: second?.id,
      priority: 7,
      timeout: 60,
      maxTries: 9,
      cpusRequired: 2.5,
      memRequired: 512,
    });
  });

  test("has at least a quarter of a CPU and 128 MiB", async () => {
    const options = { jobTypes: { modest: { ...needs, cpus_required: 0.1, mem_required: 127.5 } } };
    const { made } = await reprocess({ from: "a", to: "a modest<a", options });
    expect(jobOf(made.jobs, "modest")).toMatchObject({ cpusRequired: 0.25, memRequired: 128 });
  });

  test.each([0, 3, -1])("has the priority %d of the definition, if that gives one", async (priority) => {
    const { before, made } = await reprocess({ from: "a b<a", to: "a b@2<a", definition: { priority } });
    expect(jobOf(made.jobs, "b").priority).toBe(priority);
    expect(jobOf(made.jobs, "a").priority).toBe(jobOf(before.jobs, "a").priority);
  });
});

describe("the old job of a changed or removed node", () => {
  const becomes = (status: JobStatus): JobStatus => (status === "PENDING" || status === "BLOCKED" ? "CANCELED" : status);

  test.each(jobStatuses)("is superseded; its status %s is right afterwards", async (status) => {
    const scene = { from: "a b<a c<a", to: "a b<a", definition: { job_names: ["b"] }, jobs: { b: status, c: status } };
    const { before, old, made } = await reprocess(scene);
    for (const name of ["b", "c"]) {
      expect(jobOf(old.jobs, name)).toMatchObject({ status: becomes(status), isSuperseded: true, superseded: made.created });
      const changed = becomes(status) === status ? jobOf(before.jobs, name).lastStatusChange : made.created;
      expect(jobOf(old.jobs, name).lastStatusChange).toEqual(changed);
    }
    expect(Object.keys(made.jobs).sort()).toEqual(["a", "b"]);
  });
});

describe("a new job can run at once", () => {
  test("where it has no parents, and not where a parent is new too", async () => {
    const { made } = await reprocess({ from: "a b<a c<b", definition: { all_jobs: true } });
    expect(jobOf(made.jobs, "a")).toMatchObject({ status: "QUEUED", queued: made.created, started: null, ended: null });
    for (const name of ["b", "c"]) expect(jobOf(made.jobs, name)).toMatchObject({ status: "PENDING", queued: null });
  });

  test.each(["QUEUED", "RUNNING", "COMPLETED"] as const)("where its parents are kept and COMPLETED; a parent is %s", async (status) => {
    const { made } = await reprocess({ from: "a b d<a+b", definition: { job_names: ["d"] }, jobs: { b: status } });
    expect(jobOf(made.jobs, "b").status).toBe(status);
    expect(jobOf(made.jobs, "d").status).toBe(status === "COMPLETED" ? "QUEUED" : "PENDING");
  });

  test.each(["FAILED", "CANCELED"] as const)("and is BLOCKED where a kept parent is %s", async (status) => {
    const { made } = await reprocess({ from: "a b d<a+b", definition: { job_names: ["d"] }, jobs: { b: status } });
    expect(jobOf(made.jobs, "b").status).toBe(status);
    expect(jobOf(made.jobs, "d").status).toBe("BLOCKED");
  });

  test("as one that is kept and PENDING can, if nobody has seen yet that its parents are COMPLETED", async () => {
    const { made } = await reprocess({ from: "a b<a d<b", definition: { job_names: ["d"] }, jobs: { b: "PENDING" } });
    expect(jobOf(made.jobs, "b").status).toBe("QUEUED");
    expect(jobOf(made.jobs, "d").status).toBe("PENDING");
  });

  test("not where one parent is kept and COMPLETED, and the other new", async () => {
    const { made } = await reprocess({ from: "a b c<a+b", definition: { job_names: ["b"] } });
    expect(jobOf(made.jobs, "c").status).toBe("PENDING");
  });

  test.each(["COMPLETED", "RUNNING"] as const)("as its kept parent allows, whose name has changed: %s", async (status) => {
    const { made } = await reprocess({ from: "a c<a", to: "b=a c@2<b a=other", jobs: { a: status } });
    expect(jobOf(made.jobs, "c").status).toBe(status === "COMPLETED" ? "QUEUED" : "PENDING");
  });
});

describe("the batch has a row for every job of the new recipe", () => {
  test("with the superseded job of the same name; kept jobs are marked as not its own", async () => {
    const scene = { from: "a b<a c<a d<a", to: "a b<a c@2<a e<a", definition: { job_names: ["b"] } };
    const { old, made, batch } = await reprocess(scene);
    const rows = batch.jobs.map((row) => [row.jobId, row.supersededJobId, row.isOriginal]);
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(
      expect.arrayContaining([
        [made.jobs.a?.id, null, false],
        [made.jobs.b?.id, old.jobs.b?.id, true],
        [made.jobs.c?.id, old.jobs.c?.id, true],
        [made.jobs.e?.id, null, true],
      ]),
    );
    expect(jobOf(old.jobs, "a").isSuperseded).toBe(false);
  });

  test("also where a kept job takes over the name", async () => {
    const { old, made, batch } = await reprocess({ from: "x=one y=two", to: "x=two" });
    expect(made.jobs.x?.id).toBe(old.jobs.y?.id);
    expect(batch.jobs.map((row) => [row.jobId, row.supersededJobId, row.isOriginal])).toEqual([[made.jobs.x?.id, old.jobs.x?.id, false]]);
  });

  test("and not the name's job where that is kept under another name", async () => {
    const { made, batch } = await reprocess({ from: "a b<a", to: "x=a a=new" });
    const row = batch.jobs.find(({ jobId }) => jobId === made.jobs.a?.id);
    expect(row).toMatchObject({ isOriginal: true, supersededJobId: null });
  });
});
