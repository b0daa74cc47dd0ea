import { beforeAll, describe, expect, it } from "vitest";
import { get, useApp } from "../support/app.js";
import { makeRecipe, makeType, revise, runBatch, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { recipeOf, successorOf } from "../support/recipeViews.js";

const database = useDatabase();
const app = useApp(database);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

describe("Job Details", () => {
  let type: TestType;
  let old: Awaited<ReturnType<typeof recipeOf>>;
  let successor: typeof old;
  let batchId: number;

  /** The second revision keeps "parse", and has another job type for "publish". */
  beforeAll(async () => {
    type = await makeType(database(), "parse publish<parse", { jobTypes: { parse: { title: "Parse", priority: 7 } } });
    const recipeId = await makeRecipe(database(), type);
    await revise(database(), type, "parse publish@2<parse");
    batchId = await runBatch(database(), type);
    old = await recipeOf(database(), { id: recipeId });
    successor = await successorOf(database(), recipeId);
  });

  const details = async (id: number | undefined) => (await get(app(), `/jobs/${id}/`)).body;

  it("show every documented field, and no other", async () => {
    const job = old.jobs.parse;
    const { status, headers, body } = await get(app(), `/jobs/${job?.id}/`);
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch(/^application\/json/);
    const recipe = (one: typeof old, revision: number) => ({
      id: one.id,
      recipe_type: { id: type.id, name: type.name, version: "1", title: null, description: null },
      recipe_type_rev: { id: one.recipeTypeRevId, recipe_type: { id: type.id }, revision_num: revision },
      event: { id: one.eventId, type: one.event.type, rule: null, occurred: time },
      created: time,
      last_modified: time,
    });
    expect(body).toStrictEqual({
      id: job?.id,
      job_type: {
        id: job?.jobTypeId,
        name: "parse",
        version: "1",
        title: "Parse",
        description: null,
        category: null,
        author_name: null,
        author_url: null,
        is_system: false,
        is_long_running: false,
        is_active: true,
        is_operational: true,
        is_paused: false,
        icon_code: null,
        revision_num: 1,
        priority: 7,
        timeout: 1800,
        max_tries: 3,
        cpus_required: 1,
        mem_required: 64,
        disk_out_const_required: 64,
        disk_out_mult_required: 0,
        created: time,
        archived: null,
        paused: null,
        last_modified: time,
      },
      job_type_rev: {
        id: job?.jobTypeRevId,
        job_type: { id: job?.jobTypeId },
        revision_num: 1,
        interface: { version: "1.0" },
        created: time,
      },
      event: { id: job?.eventId, type: old.event.type, rule: null, occurred: time, description: old.event.description },
      error: null,
      status: "COMPLETED",
      priority: 7,
      num_exes: 1,
      timeout: 1800,
      max_tries: 3,
      cpus_required: expect.any(Number),
      mem_required: expect.any(Number),
      disk_in_required: job?.diskInRequired,
      disk_out_required: job?.diskOutRequired,
      is_superseded: false,
      root_superseded_job: null,
      superseded_job: null,
      superseded_by_job: null,
      delete_superseded: true,
      created: time,
      queued: time,
      started: time,
      ended: time,
      last_status_change: time,
      superseded: null,
      last_modified: time,
      data: job?.data,
      results: job?.results,
      recipes: [
        {
          ...recipe(old, 1),
          is_superseded: true,
          root_superseded_recipe: null,
          superseded_recipe: null,
          superseded_by_recipe: { id: successor.id },
          completed: time,
          superseded: time,
        },
        {
          ...recipe(successor, 2),
          is_superseded: false,
          root_superseded_recipe: { id: old.id },
          superseded_recipe: { id: old.id },
          superseded_by_recipe: null,
          completed: null,
          superseded: null,
        },
      ],
      job_exes: [],
      inputs: [],
      outputs: [],
    });
  });

  it("lead from a job to the one that superseded it, and back", async () => {
    await runBatch(database(), type, { all_jobs: true });
    const [kept, next] = [successor.jobs.publish?.id, (await successorOf(database(), successor.id)).jobs.publish?.id];
    const [first, second] = [await details(kept), await details(next)];
    const summaryOf = ({ id, job_type, job_type_rev, event, status, priority, num_exes }: typeof first) => ({
      ...{ id, job_type: summaryOfType(job_type), job_type_rev: { id: job_type_rev.id }, event: { id: event.id }, error: null },
      ...{ status, priority, num_exes },
    });
    const summaryOfType = ({ name, version, title, description, category, author_name, author_url, icon_code, ...type }: typeof first) => {
      const { id, is_system, is_long_running, is_active, is_operational, is_paused } = type;
      return {
        ...{ id, name, version, title, description, category, author_name, author_url, icon_code },
        ...{ is_system, is_long_running, is_active, is_operational, is_paused },
      };
    };
    expect(first).toMatchObject({ id: kept, is_superseded: true, superseded: time });
    expect(first.superseded_by_job).toStrictEqual(summaryOf(second));
    expect(second).toMatchObject({ id: next, superseded_by_job: null });
    expect(second.superseded_job).toStrictEqual(summaryOf(first));
    expect(second.root_superseded_job).toStrictEqual(summaryOf(first));
  });

  it("show the event's rule and the error in full", async () => {
    const { prisma } = database();
    const rule = await prisma.triggerRule.create({ data: { type: "PARSE", name: "rule", configuration: { a: 1 } } });
    const error = await prisma.error.create({ data: { name: "broken", title: "Broken", category: "SYSTEM", isBuiltin: true } });
    const id = old.jobs.publish?.id as number;
    await prisma.job.update({
      where: { id },
      data: { status: "FAILED", error: { connect: { id: error.id } }, event: { update: { ruleId: rule.id } } },
    });
    expect(await details(id)).toMatchObject({
      status: "FAILED",
      event: { rule: { id: rule.id, type: "PARSE", name: "rule", is_active: true, configuration: { a: 1 } } },
      error: {
        id: error.id,
        ...{ name: "broken", title: "Broken", description: null, category: "SYSTEM", is_builtin: true },
        ...{ created: time, last_modified: time },
      },
    });
  });

  it("show a batch's creator job as the batch does, with what belongs to it", async () => {
    const { creator_job, event } = (await get(app(), `/batches/${batchId}/`)).body;
    expect(await details(creator_job.id)).toMatchObject({ ...creator_job, event, recipes: [], results: {} });
  });

  it.each(["", "/v4", "/api/v4"])("are served under %j", async (prefix) => {
    const id = old.jobs.parse?.id;
    expect(await get(app(), `${prefix}/jobs/${id}/`)).toMatchObject({ status: 200, body: { id } });
  });

  it.each(["0", "999999", "2147483648", "99999999999999999999", "1".repeat(300), "abc"])("are not found for id %s", async (missing) => {
    const { status, body } = await get(app(), `/jobs/${missing}/`);
    expect(status).toBe(404);
    expect(body).toEqual({ detail: expect.any(String) });
  });
});
