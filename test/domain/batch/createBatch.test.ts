import { describe, expect, test } from "vitest";
import { createBatch } from "../../../src/domain/batch/create/createBatch.js";
import { DomainError } from "../../../src/domain/errors.js";
import { ada, batchInput, makeRecipe, makeType, submit } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";
import { failOn } from "../../support/faults.js";
import { queueMessages } from "../../support/queueMessages.js";
import { rowCounts } from "../../support/rowCounts.js";

const database = useDatabase();

const batchOf = (id: number) =>
  database().prisma.batch.findUniqueOrThrow({
    where: { id },
    include: { event: true, events: true, slices: true, creatorJob: { include: { jobType: true, jobTypeRevision: true } } },
  });

describe("createBatch writes", () => {
  test("the batch as it was asked for, defaults filled in, with nothing done yet", async () => {
    const type = await makeType(database(), "a");
    await makeRecipe(database(), type);
    const definition = { date_range: { started: "2016-01-01T00:00:00+01:00" }, all_jobs: true };
    const input = { ...batchInput(type, definition), title: "Again", description: "All of January" };
    const { id, replayed } = await createBatch(database(), ada, input);
    expect(replayed).toBe(false);
    expect(await batchOf(id)).toMatchObject({
      title: "Again",
      description: "All of January",
      status: "SUBMITTED",
      recipeTypeId: type.id,
      definition: { version: "1.0", all_jobs: true, date_range: { type: "created", started: "2016-01-01T00:00:00+01:00" } },
      createdCount: 0,
      failedCount: 0,
      totalCount: 0,
      createdBy: "ada",
      recipeTypeRevId: null,
      retryOfId: null,
      slices: [],
    });
  });

  test("a USER trigger event with the actor's name, and the first line of the history", async () => {
    const batch = await batchOf(await submit(database(), await makeType(database(), "a")));
    expect(batch.event).toMatchObject({ type: "USER", ruleId: null, description: { user: "ada" } });
    expect(batch.events).toMatchObject([{ from: null, to: "SUBMITTED", actor: "ada", reason: null }]);
    expect([batch.event.occurred, batch.created, batch.lastModified, batch.events[0]?.occurred]).toEqual(Array(4).fill(batch.created));
  });

  test("a creator job that waits in the queue, as its job type defines it", async () => {
    const batch = await batchOf(await submit(database(), await makeType(database(), "a"), { priority: 3 }));
    expect(batch.creatorJob).toMatchObject({
      jobType: { name: "scale-batch-creator", version: "1.0" },
      jobTypeRevision: { revisionNum: 1 },
      status: "QUEUED",
      eventId: batch.eventId,
      data: { version: "1.0", input_data: [{ name: "Batch ID", value: String(batch.id) }] },
      priority: 20,
      timeout: 3600,
      maxTries: 3,
      numExes: 0,
      cpusRequired: 0.5,
      memRequired: 1024,
      queued: batch.created,
      started: null,
      ended: null,
      errorId: null,
      isSuperseded: false,
    });
  });

  test.each([
    [{}, 100],
    [{ priority: 5 }, 5],
    [{ priority: -1 }, -1],
    [{ priority: 1_000_000 }, 32_767],
    [{ priority: -1_000_000 }, -32_768],
  ])("one message for a worker; of %j the priority %d", async (definition, priority) => {
    const id = await submit(database(), await makeType(database(), "a"), definition);
    const message = { task: "expand_batch", lane: 1, priority, attempts: 0, lockedBy: null, isLater: false };
    expect(await queueMessages(database(), id)).toEqual([message]);
  });

  test("a batch that will match nothing, all the same", async () => {
    const id = await submit(database(), await makeType(database(), "a"), { date_range: { started: "2999-01-01T00:00:00Z" } });
    expect((await batchOf(id)).status).toBe("SUBMITTED");
  });
});

describe("createBatch leaves nothing behind", () => {
  test("where the input is not valid; it says all that is wrong", async () => {
    const type = await makeType(database(), "a");
    const before = await rowCounts(database());
    const input = { ...batchInput(type, { priority: "high", started: 1 }), title: "x".repeat(51) };
    const error = await createBatch(database(), ada, input).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DomainError);
    const paths = (error as DomainError).problems.map(({ code, path }) => `${code} ${path.join(".")}`);
    expect(paths).toEqual(["INVALID title", "INVALID definition.started", "INVALID definition.priority"]);
    expect(await rowCounts(database())).toEqual(before);
  });

  test("where the recipe type does not exist", async () => {
    const before = await rowCounts(database());
    const input = { ...batchInput({ id: 999_999, name: "" }), title: "x" };
    await expect(createBatch(database(), ada, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await rowCounts(database())).toEqual(before);
  });

  test.each(["trigger_event", "job", "batch", "batch_event", "idempotency_key", "graphile_worker._private_jobs"])(
    "where the INSERT into %s fails; then the key can be used again",
    async (table) => {
      const type = await makeType(database(), "a");
      const before = await rowCounts(database());
      const mend = await failOn(database(), table);
      try {
        const created = createBatch(database(), ada, batchInput(type), { idempotencyKey: table });
        await expect(created).rejects.toThrow("injected failure");
      } finally {
        await mend();
      }
      expect(await rowCounts(database())).toEqual(before);
      expect((await createBatch(database(), ada, batchInput(type), { idempotencyKey: table })).replayed).toBe(false);
    },
  );

  test("where the creator's job type is missing", async () => {
    const type = await makeType(database(), "a");
    const rename = (name: string, to: string) => database().prisma.jobType.updateMany({ where: { name }, data: { name: to } });
    const before = await rowCounts(database());
    await rename("scale-batch-creator", "gone");
    try {
      await expect(createBatch(database(), ada, batchInput(type))).rejects.toThrow("scale-batch-creator 1.0 is missing");
      const withKey = createBatch(database(), ada, batchInput(type), { idempotencyKey: "missing" });
      await expect(withKey).rejects.toThrow();
    } finally {
      await rename("gone", "scale-batch-creator");
    }
    expect(await rowCounts(database())).toEqual(before);
  });

  test("where it is part of a transaction that is abandoned", async () => {
    const type = await makeType(database(), "a");
    const before = await rowCounts(database());
    const abandoned = database().transaction(async (tx) => {
      await createBatch(tx, ada, batchInput(type), { idempotencyKey: "abandoned" });
      throw new Error("abandoned");
    });
    await expect(abandoned).rejects.toThrow("abandoned");
    expect(await rowCounts(database())).toEqual(before);
  });
});
