import { beforeAll, describe, expect, it } from "vitest";
import { makeRecipe, makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { globalId, useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { query } = useGraphql(database);

const jobById = graphql(`
  query JobById($id: ID!) {
    job(id: $id) {
      id databaseId status priority numExes timeout maxTries isSuperseded
      created queued started ended lastStatusChange superseded lastModified
      jobType { name version }
      jobTypeRevision { databaseId revisionNum }
      event { type description rule { databaseId type name isActive } }
      error { databaseId name title description category }
      supersededJob { databaseId }
      rootSupersededJob { databaseId }
    }
  }
`);

/** The job "parse" of a recipe, and those that two batches have made in its place: oldest first. */
const chain: number[] = [];
beforeAll(async () => {
  const type = await makeType(database(), "parse", { jobTypes: { parse: { priority: 12, timeout: 99, max_tries: 5 } } });
  await makeRecipe(database(), type);
  chain.push((await database().prisma.job.findFirstOrThrow({ where: { recipeJobs: { some: { jobName: "parse" } } } })).id);
  for (const definition of [{ all_jobs: true }, { all_jobs: true, priority: 3 }]) {
    await runBatch(database(), type, definition);
    chain.push((await database().prisma.job.findFirstOrThrow({ where: { supersededJobId: chain.at(-1) as number } })).id);
  }
});

const read = async (id: number | undefined) => (await query(jobById, { id: id as number })).job;
const link = (position: number) => ({ databaseId: chain[position] });

describe("A job", () => {
  it("shows what its type gave it", async () => {
    expect(await read(chain[1])).toMatchObject({
      id: globalId("Job", chain[1] as number),
      ...link(1),
      jobType: { name: "parse", version: "1" },
      jobTypeRevision: { databaseId: expect.any(Number), revisionNum: 1 },
      priority: 12,
      timeout: 99,
      maxTries: 5,
      numExes: 0,
      event: { type: "USER", description: { user: "ada" }, rule: null },
      error: null,
    });
  });

  it("names those that it replaces", async () => {
    expect(await read(chain[0])).toMatchObject({ isSuperseded: true, supersededJob: null, rootSupersededJob: null });
    expect(await read(chain[1])).toMatchObject({ isSuperseded: true, supersededJob: link(0), rootSupersededJob: link(0) });
    expect(await read(chain[2])).toMatchObject({ isSuperseded: false, supersededJob: link(1), rootSupersededJob: link(0), priority: 3 });
  });

  it("has the times of what has happened to it, and null for the rest", async () => {
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await read(chain[2])).toMatchObject({
      status: "QUEUED",
      created: time,
      queued: time,
      started: null,
      ended: null,
      lastStatusChange: time,
      superseded: null,
      lastModified: time,
    });
    expect(await read(chain[0])).toMatchObject({ status: "COMPLETED", started: time, ended: time, superseded: time });
  });

  it("shows what it failed with, and the rule that caused it", async () => {
    const { prisma } = database();
    const error = await prisma.error.create({
      data: { name: "no-disk", title: "No disk", description: "The disk is full", category: "SYSTEM" },
    });
    const rule = await prisma.triggerRule.create({ data: { type: "INGEST", name: "scenes" } });
    const event = await prisma.triggerEvent.create({ data: { type: "INGEST", ruleId: rule.id, description: { file: 7 } } });
    await prisma.job.update({
      where: { id: chain[2] as number },
      data: { status: "FAILED", numExes: 3, errorId: error.id, eventId: event.id },
    });
    expect(await read(chain[2])).toMatchObject({
      status: "FAILED",
      numExes: 3,
      error: { databaseId: error.id, name: "no-disk", title: "No disk", description: "The disk is full", category: "SYSTEM" },
      event: { type: "INGEST", description: { file: 7 }, rule: { databaseId: rule.id, type: "INGEST", name: "scenes", isActive: true } },
    });
  });

  it("is found by global id and integer id, and is null where there is none", async () => {
    const id = chain[0] as number;
    const found = { job: expect.objectContaining({ databaseId: id }) };
    expect(await query(jobById, { id: globalId("Job", id) })).toEqual(found);
    expect(await query(jobById, { id: String(id) })).toEqual(found);
    expect(await query(jobById, { id: 999_999 })).toEqual({ job: null });
    expect(await query(jobById, { id: globalId("Recipe", id) })).toEqual({ job: null });
  });
});
