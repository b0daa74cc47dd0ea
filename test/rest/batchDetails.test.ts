import { beforeAll, describe, expect, it } from "vitest";
import { get, useApp } from "../support/app.js";
import { definitionOf, makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const definition = { date_range: { started: "2016-01-10T00:00:00.000Z", ended: "2016-02-10T00:00:00.000Z" }, all_jobs: true };

describe("Batch Details", () => {
  let id: number;
  let recipeTypeId: number;
  beforeAll(async () => {
    const recipeType = await makeType(database(), "parse publish<parse", {
      name: "MyRecipe",
      version: "1.0",
      title: "Scene",
      description: "This is a description of the recipe",
    });
    recipeTypeId = recipeType.id;
    id = await submit(database(), recipeType, definition, { title: "My Batch", description: "My batch of recipes" });
  });

  it("show every documented field, and no other", async () => {
    const { status, headers, body } = await get(app(), `/batches/${id}/`);
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch(/^application\/json/);
    const batch = await database().prisma.batch.findUniqueOrThrow({ where: { id }, include: { creatorJob: true } });
    expect(body).toStrictEqual({
      id,
      title: "My Batch",
      description: "My batch of recipes",
      status: "SUBMITTED",
      recipe_type: {
        id: recipeTypeId,
        name: "MyRecipe",
        version: "1.0",
        title: "Scene",
        description: "This is a description of the recipe",
        is_active: true,
        definition: definitionOf("parse publish<parse"),
        revision_num: 1,
        created: time,
        last_modified: time,
        archived: null,
        trigger_rule: null,
      },
      event: { id: batch.eventId, type: "USER", rule: null, occurred: time, description: { user: "ada" } },
      creator_job: {
        id: batch.creatorJobId,
        job_type: {
          id: batch.creatorJob?.jobTypeId,
          name: "scale-batch-creator",
          version: "1.0",
          title: "Scale Batch Creator",
          description: "Creates and queues the jobs and recipes for a Scale batch",
          category: "system",
          author_name: null,
          author_url: null,
          is_system: true,
          is_long_running: false,
          is_active: true,
          is_operational: true,
          is_paused: false,
          icon_code: "f0b1",
        },
        job_type_rev: { id: batch.creatorJob?.jobTypeRevId, job_type: { id: batch.creatorJob?.jobTypeId }, revision_num: 1 },
        event: { id: batch.eventId, type: "USER", rule: null, occurred: time },
        error: null,
        status: "QUEUED",
        priority: 20,
        num_exes: 0,
        timeout: 3600,
        max_tries: 3,
        cpus_required: 0.5,
        mem_required: 1024,
        disk_in_required: 0,
        disk_out_required: 0,
        is_superseded: false,
        root_superseded_job: null,
        superseded_job: null,
        superseded_by_job: null,
        delete_superseded: true,
        created: time,
        queued: time,
        started: null,
        ended: null,
        last_status_change: time,
        superseded: null,
        last_modified: time,
      },
      definition: { version: "1.0", date_range: { type: "created", ...definition.date_range }, all_jobs: true },
      created_count: 0,
      failed_count: 0,
      total_count: 0,
      created: time,
      last_modified: time,
    });
  });

  it("show the event's rule in full, and the recipe type's by its id", async () => {
    const ruled = await makeType(database(), "parse", { name: "ruled", triggerRule: "scenes", isActive: false });
    const ruledId = await submit(database(), ruled);
    const { id: ruleId } = await database().prisma.triggerRule.findFirstOrThrow({ where: { name: "scenes" } });
    await database().prisma.batch.update({ where: { id: ruledId }, data: { event: { update: { ruleId } } } });
    const { body } = await get(app(), `/batches/${ruledId}/`);
    expect(body.event.rule).toEqual({ id: ruleId, type: "INGEST", name: "scenes", is_active: true, configuration: { of: "ruled" } });
    expect(body.creator_job.event.rule).toEqual({ id: ruleId });
    expect(body.recipe_type).toMatchObject({ is_active: false, archived: time, trigger_rule: { id: ruleId } });
  });

  it("follow the creator job", async () => {
    const { prisma } = database();
    const { creatorJobId } = await prisma.batch.findUniqueOrThrow({ where: { id } });
    const { id: _, ...copy } = await prisma.job.findUniqueOrThrow({ where: { id: creatorJobId as number } });
    const json = { data: {}, configuration: {}, results: {} };
    const root = await prisma.job.create({ data: { ...copy, ...json } });
    const old = await prisma.job.create({ data: { ...copy, ...json } });
    const error = await prisma.error.create({ data: { name: "broken", title: "Broken", category: "SYSTEM" } });
    const at = new Date("2016-01-01T00:00:00.5Z");
    await prisma.job.update({
      where: { id: creatorJobId as number },
      data: {
        ...{ status: "FAILED", errorId: error.id, numExes: 2, started: at, ended: at, superseded: at, isSuperseded: true },
        ...{ rootSupersededJobId: root.id, supersededJobId: old.id, diskInRequired: 1.5, diskOutRequired: 64 },
      },
    });
    const next = await prisma.job.create({ data: { ...copy, ...json, supersededJobId: creatorJobId } });
    const shown = "2016-01-01T00:00:00.500Z";
    const { creator_job } = (await get(app(), `/batches/${id}/`)).body;
    expect(creator_job.error).toStrictEqual({
      id: error.id,
      ...{ name: "broken", title: "Broken", description: null, category: "SYSTEM", is_builtin: false },
    });
    expect((await get(app(), "/batches/")).body.results[0].creator_job.error).toStrictEqual({ id: error.id });
    expect(creator_job).toMatchObject({
      ...{ status: "FAILED", num_exes: 2, started: shown, ended: shown, superseded: shown, is_superseded: true },
      ...{ root_superseded_job: { id: root.id }, superseded_job: { id: old.id }, superseded_by_job: { id: next.id } },
      ...{ disk_in_required: 1.5, disk_out_required: 64 },
    });
  });

  it("show null for what has no value", async () => {
    await database().prisma.batch.update({ where: { id }, data: { title: null, description: null, creatorJobId: null, status: "FAILED" } });
    const { body } = await get(app(), `/batches/${id}/`);
    expect(body).toMatchObject({ title: null, description: null, creator_job: null, status: "SUBMITTED" });
  });

  it.each(["", "/v4", "/api/v4"])("are served under %j", async (prefix) => {
    expect(await get(app(), `${prefix}/batches/${id}/`)).toMatchObject({ status: 200, body: { id } });
  });

  it.each(["0", "999999", "2147483647", "2147483648", "99999999999999999999", "1".repeat(300)])(
    "are not found for id %s",
    async (missing) => {
      const { status, body } = await get(app(), `/batches/${missing}/`);
      expect(status).toBe(404);
      expect(body).toEqual({ detail: expect.any(String) });
    },
  );

  it.each(["abc", "-1", "1.0", "1e1", "%201", "1x", "null"])("are only found by digits, which %j is not", async (text) => {
    const { status, body } = await get(app(), `/batches/${text}/`);
    expect(status).toBe(404);
    expect(body).toEqual({ detail: expect.any(String) });
  });
});
