import { beforeAll, describe, expect, it } from "vitest";
import { expand, makeManyRecipes, makeType, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { globalId, useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { query } = useGraphql(database);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const batchById = graphql(`query BatchById($id: ID!) { batch(id: $id) { id databaseId } }`);
const wholeBatch = graphql(`
  query WholeBatch($id: ID!) {
    batch(id: $id) {
      id databaseId title description status createdCount failedCount totalCount created lastModified
      recipeType { id databaseId name version }
      event { databaseId type rule { databaseId } occurred description }
      creatorJob { databaseId status numExes priority started ended jobType { name version isSystem } }
      definition { version dateRange { type started ended } jobNames allJobs priority }
      progress {
        status total created failed percent
        jobs { pending blocked queued running failed completed canceled total }
      }
      retryOf { id }
      events { from to actor reason occurred }
    }
  }
`);

let type: TestType;
beforeAll(async () => {
  type = await makeType(database(), "parse publish<parse");
});

describe("A batch is found", () => {
  let id: number;
  beforeAll(async () => {
    id = await submit(database(), type);
  });

  it("by its global id and by its integer id", async () => {
    const found = { id: globalId("Batch", id), databaseId: id };
    expect((await query(batchById, { id: globalId("Batch", id) })).batch).toEqual(found);
    expect((await query(batchById, { id })).batch).toEqual(found);
    expect((await query(batchById, { id: String(id) })).batch).toEqual(found);
  });

  it.each([
    ["an unknown integer", 2_000_000_000],
    ["zero", 0],
    ["an integer that no id can be", "99999999999"],
    ["a negative integer", -1],
    ["an unknown global id", globalId("Batch", 2_000_000_000)],
    ["a global id of another type", globalId("Job", 1)],
    ["a global id of no type", globalId("Banana", 1)],
    ["an empty id", ""],
    ["anything else", "💥 no id"],
  ])("not by %s: it is null, no error", async (_what, unknown) => {
    expect((await query(batchById, { id: unknown })).batch).toBeNull();
  });
});

describe("A batch shows", () => {
  const read = async (id: number) => (await query(wholeBatch, { id })).batch;

  it("what was asked for, and that it waits", async () => {
    const id = await submit(database(), type, { job_names: ["publish"], priority: 7 });
    const { eventId, creatorJobId } = await database().prisma.batch.findUniqueOrThrow({ where: { id } });
    expect(await read(id)).toEqual({
      id: globalId("Batch", id),
      databaseId: id,
      title: null,
      description: null,
      status: "SUBMITTED",
      createdCount: 0,
      failedCount: 0,
      totalCount: 0,
      created: time,
      lastModified: time,
      recipeType: { id: globalId("RecipeType", type.id), databaseId: type.id, name: type.name, version: "1" },
      event: { databaseId: eventId, type: "USER", rule: null, occurred: time, description: { user: "ada" } },
      creatorJob: {
        databaseId: creatorJobId,
        status: "QUEUED",
        numExes: 0,
        priority: 20,
        started: null,
        ended: null,
        jobType: { name: "scale-batch-creator", version: "1.0", isSystem: true },
      },
      definition: { version: "1.0", dateRange: null, jobNames: ["publish"], allJobs: false, priority: 7 },
      progress: {
        status: "SUBMITTED",
        total: 0,
        created: 0,
        failed: 0,
        percent: null,
        jobs: { pending: 0, blocked: 0, queued: 0, running: 0, failed: 0, completed: 0, canceled: 0, total: 0 },
      },
      retryOf: null,
      events: [{ from: null, to: "SUBMITTED", actor: "ada", reason: null, occurred: time }],
    });
  });

  it("what it has done, with the jobs that it made and not those it kept", async () => {
    await makeManyRecipes(database(), type, 4);
    const id = await submit(database(), type, { job_names: ["publish"] });
    await expand(database(), id);
    expect(await read(id)).toMatchObject({
      status: "CREATED",
      createdCount: 4,
      failedCount: 0,
      totalCount: 4,
      creatorJob: { status: "COMPLETED", numExes: 1, started: time, ended: time },
      progress: { status: "CREATED", total: 4, created: 4, failed: 0, percent: 100, jobs: { queued: 4, pending: 0, total: 4 } },
      events: [
        { from: null, to: "SUBMITTED", actor: "ada" },
        { from: "SUBMITTED", to: "CREATING", actor: "scale-batch-creator" },
        { from: "CREATING", to: "CREATED", actor: "scale-batch-creator" },
      ],
    });
  });

  it("the latest hundred changes of its status, however often it was paused", async () => {
    const id = await submit(database(), type);
    const data = Array.from({ length: 150 }, (_, i) => ({ batchId: id, from: "SUBMITTED", to: "PAUSED", actor: `${i}` }));
    await database().prisma.batchEvent.createMany({ data });
    const events = (await read(id))?.events.map(({ actor }) => Number(actor));
    expect(events).toEqual(Array.from({ length: 100 }, (_, i) => 50 + i));
  });

  it("how far it is in percent, and null where nothing matched", async () => {
    const id = await submit(database(), type);
    const counts = async (createdCount: number, failedCount: number, totalCount: number) => {
      await database().prisma.batch.update({ where: { id }, data: { createdCount, failedCount, totalCount } });
      return (await read(id))?.progress.percent;
    };
    expect(await counts(0, 0, 8)).toBe(0);
    expect(await counts(2, 1, 8)).toBe(37.5);
    expect(await counts(8, 0, 8)).toBe(100);
    expect(await counts(0, 0, 0)).toBeNull();
  });

  it.each([
    [{}, { version: "1.0", dateRange: null, jobNames: null, allJobs: false, priority: null }],
    [
      { job_names: null, all_jobs: true },
      { jobNames: null, allJobs: true },
    ],
    [{ job_names: [] }, { jobNames: [] }],
    [{ priority: 0 }, { priority: 0 }],
    [
      { date_range: { started: "2016-01-10T00:00:00Z" } },
      { dateRange: { type: "CREATED", started: "2016-01-10T00:00:00.000Z", ended: null } },
    ],
    [
      { date_range: { type: "data", started: "2016-01-10T02:00:00.5+02:00", ended: "2016-01-11T00:00Z" } },
      { dateRange: { type: "DATA", started: "2016-01-10T00:00:00.500Z", ended: "2016-01-11T00:00:00.000Z" } },
    ],
  ])("the definition %j in its own words", async (document, shown) => {
    const id = await submit(database(), type, document);
    expect((await read(id))?.definition).toMatchObject(shown);
  });
});
