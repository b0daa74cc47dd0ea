import { beforeAll, describe, expect, it } from "vitest";
import { get, useApp } from "../support/app.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

describe("Batch List", () => {
  it("is empty where there are no batches", async () => {
    expect(await get(app(), "/batches/")).toMatchObject({ status: 200, body: { count: 0, next: null, previous: null, results: [] } });
  });

  describe("with a batch", () => {
    let id: number;
    let recipeTypeId: number;
    beforeAll(async () => {
      const recipeType = await makeType(database(), "parse", { name: "my-recipe", version: "2.0.0", title: "My Recipe" });
      recipeTypeId = recipeType.id;
      id = await submit(database(), recipeType, {}, { title: 'My "Batch" \u2028 é', description: "My batch of recipes" });
    });

    it("shows every documented field, and no other", async () => {
      const { status, headers, body } = await get(app(), "/batches/");
      expect(status).toBe(200);
      expect(headers["content-type"]).toMatch(/^application\/json/);
      const batch = await database().prisma.batch.findUniqueOrThrow({ where: { id }, include: { creatorJob: true } });
      expect(body).toStrictEqual({
        count: 1,
        next: null,
        previous: null,
        results: [
          {
            id,
            title: 'My "Batch" \u2028 é',
            description: "My batch of recipes",
            status: "SUBMITTED",
            recipe_type: { id: recipeTypeId, name: "my-recipe", version: "2.0.0", title: "My Recipe", description: null },
            event: { id: batch.eventId, type: "USER", rule: null, occurred: time },
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
              job_type_rev: { id: batch.creatorJob?.jobTypeRevId },
              event: { id: batch.eventId },
              error: null,
              status: "QUEUED",
              priority: 20,
              num_exes: 0,
            },
            created_count: 0,
            failed_count: 0,
            total_count: 0,
            created: time,
            last_modified: time,
          },
        ],
      });
    });

    it("shows times in UTC with milliseconds, cut off and not rounded", async () => {
      await database().pool.query("UPDATE batch SET created = '2015-06-15T21:03:26.346999+02:00' WHERE id = $1", [id]);
      const { body } = await get(app(), "/batches/");
      expect(body.results[0].created).toBe("2015-06-15T19:03:26.346Z");
    });

    it("shows the event's rule and the creator job's error by their ids, and the counts", async () => {
      const { prisma } = database();
      const rule = await prisma.triggerRule.create({ data: { type: "PARSE", name: "rule" } });
      const error = await prisma.error.create({ data: { name: "odd", category: "SYSTEM" } });
      const { creatorJobId } = await prisma.batch.update({
        where: { id },
        data: { createdCount: 256, failedCount: 1, totalCount: 512, event: { update: { ruleId: rule.id } } },
      });
      await prisma.job.update({ where: { id: creatorJobId as number }, data: { errorId: error.id, status: "RUNNING", numExes: 1 } });
      const [batch] = (await get(app(), "/batches/")).body.results;
      expect(batch).toMatchObject({ created_count: 256, failed_count: 1, total_count: 512, event: { rule: { id: rule.id } } });
      expect(batch.creator_job).toMatchObject({ error: { id: error.id }, status: "RUNNING", num_exes: 1 });
    });

    it("shows null for what has no value", async () => {
      await database().prisma.batch.update({ where: { id }, data: { title: null, description: null, creatorJobId: null } });
      const [batch] = (await get(app(), "/batches/")).body.results;
      expect(batch).toMatchObject({ title: null, description: null, creator_job: null });
    });

    it.each([
      ["SUBMITTED", "SUBMITTED"],
      ["CREATING", "SUBMITTED"],
      ["PAUSED", "SUBMITTED"],
      ["CANCELED", "SUBMITTED"],
      ["FAILED", "SUBMITTED"],
      ["CREATED", "CREATED"],
    ])("shows a batch that is %s as %s", async (status, shown) => {
      await database().prisma.batch.update({ where: { id }, data: { status } });
      expect((await get(app(), "/batches/")).body.results[0].status).toBe(shown);
    });

    it.each(["/batches/", "/v4/batches/", "/api/v4/batches/"])("is served at %s", async (path) => {
      expect((await get(app(), path)).body.results).toHaveLength(1);
    });
  });
});
