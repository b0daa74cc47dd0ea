import { beforeAll, describe, expect, it } from "vitest";
import { createBatch, validateBatch } from "../support/batchMutations.js";
import { makeManyRecipes, makeType, revise, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { BatchInput, CreateBatchMutationVariables } from "../support/generated/graphql.js";
import { globalId, useGraphql } from "../support/graphql.js";
import { rowCounts } from "../support/rowCounts.js";

const database = useDatabase();
const { query } = useGraphql(database, { trustedProxies: ["loopback"] });

let type: TestType;
beforeAll(async () => {
  type = await makeType(database(), "parse publish<parse");
  await makeManyRecipes(database(), type, 2);
});

const create = async (
  input: Partial<BatchInput> = {},
  options: Omit<CreateBatchMutationVariables, "input"> = {},
  headers: Record<string, string> = {},
) =>
  (await query(createBatch, { input: { recipeTypeId: type.id, definition: { allJobs: true }, ...input }, ...options }, headers))
    .createBatch;

/** A refusal must leave no trace. */
async function expectRefused(refused: ReturnType<typeof create>, error: { code: string; path: string[] }): Promise<string> {
  const { batch, replayed, errors } = await refused;
  expect({ batch, replayed }).toEqual({ batch: null, replayed: false });
  expect(errors).toMatchObject([error]);
  return errors[0]?.message ?? "";
}

describe("createBatch", () => {
  it("creates what was asked for, and queues its creator", async () => {
    const before = await rowCounts(database());
    const { batch, replayed, errors } = await create({ title: "All of it", description: "Again" });
    expect({ replayed, errors }).toEqual({ replayed: false, errors: [] });
    expect(batch).toEqual({
      id: globalId("Batch", batch?.databaseId as number),
      databaseId: expect.any(Number),
      title: "All of it",
      description: "Again",
      status: "SUBMITTED",
      recipeType: { databaseId: type.id },
      definition: { version: "1.0", dateRange: null, jobNames: null, allJobs: true, priority: null },
      event: { type: "USER", description: { user: "Anonymous" } },
      creatorJob: { status: "QUEUED" },
    });
    const after = await rowCounts(database());
    const queue = "graphile_worker._private_jobs";
    expect({ batch: after.batch, [queue]: after[queue] }).toEqual({ batch: (before.batch ?? 0) + 1, [queue]: (before[queue] ?? 0) + 1 });
  });

  it("says who asked, where a trusted proxy tells", async () => {
    const { batch } = await create({}, {}, { "x-forwarded-user": "grace" });
    expect(batch?.event.description).toEqual({ user: "grace" });
  });

  it("stores the definition as it is documented, to the microsecond", async () => {
    const dateRange = { type: "DATA" as const, started: "2016-01-10T02:00:00+02:00", ended: "2016-02-10T00:00:00.000001Z" };
    const { batch } = await create({ definition: { dateRange, jobNames: ["publish"], priority: -5 } });
    const { definition } = await database().prisma.batch.findUniqueOrThrow({ where: { id: batch?.databaseId as number } });
    expect(definition).toEqual({
      version: "1.0",
      date_range: { type: "data", started: "2016-01-10T00:00:00.000Z", ended: "2016-02-10T00:00:00.000001Z" },
      job_names: ["publish"],
      priority: -5,
    });
  });

  it("takes null for what is optional as if it were absent", async () => {
    const nothing = { version: null, dateRange: null, jobNames: null, allJobs: null, priority: null };
    const { batch, errors } = await create({ title: null, description: null, definition: nothing });
    expect(errors).toEqual([]);
    expect(batch).toMatchObject({
      title: null,
      definition: { version: "1.0", dateRange: null, jobNames: null, allJobs: false, priority: null },
    });
  });

  it("takes a title of 50 characters, whatever their size", async () => {
    const title = "🛰".repeat(50);
    expect((await create({ title })).batch?.title).toBe(title);
  });

  it("says all that is wrong, and creates nothing", async () => {
    const before = await rowCounts(database());
    const { batch, errors } = await create({ recipeTypeId: "x", title: "x".repeat(51), definition: { version: "3", dateRange: {} } });
    expect(batch).toBeNull();
    expect(errors.map(({ code, path }) => [code, ...path])).toEqual([
      ["NOT_FOUND", "recipeTypeId"],
      ["INVALID", "title"],
      ["INVALID", "definition", "version"],
      ["INVALID", "definition", "dateRange"],
    ]);
    expect(await rowCounts(database())).toEqual(before);
  });
});

describe("createBatch with an idempotency key", () => {
  it("gives the first batch again for the same input, and says so", async () => {
    const first = await create({ title: "once" }, { idempotencyKey: "a" });
    const again = await create({ title: "once" }, { idempotencyKey: "a" });
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.batch).toEqual(first.batch);
  });

  it("gives it for input that means the same", async () => {
    const range = (started: string) => ({ definition: { dateRange: { started } } });
    const first = await create(range("2016-01-10T00:00:00Z"), { idempotencyKey: "b" });
    const again = await create(range("2016-01-10T01:00:00.000+01:00"), { idempotencyKey: "b" });
    expect(again).toMatchObject({ replayed: true, batch: { databaseId: first.batch?.databaseId } });
    const global = { ...range("2016-01-10T00:00:00Z"), recipeTypeId: globalId("RecipeType", type.id) };
    expect(await create(global, { idempotencyKey: "b" })).toMatchObject({ replayed: true });
  });

  it("refuses another input, and a key that is none", async () => {
    await create({ title: "one" }, { idempotencyKey: "c" });
    await expectRefused(create({ title: "two" }, { idempotencyKey: "c" }), { code: "IDEMPOTENCY_MISMATCH", path: ["idempotencyKey"] });
    await expectRefused(create({}, { idempotencyKey: "" }), { code: "INVALID", path: ["idempotencyKey"] });
    await expectRefused(create({}, { idempotencyKey: "x".repeat(256) }), { code: "INVALID", path: ["idempotencyKey"] });
    expect((await create({}, { idempotencyKey: "x".repeat(255) })).errors).toEqual([]);
  });

  it("does not remember what it refused", async () => {
    await expectRefused(create({ title: "x".repeat(51) }, { idempotencyKey: "d" }), { code: "INVALID", path: ["title"] });
    expect(await create({ title: "short" }, { idempotencyKey: "d" })).toMatchObject({ replayed: false, errors: [] });
  });

  it("keeps the keys of different callers apart", async () => {
    const hers = await create({}, { idempotencyKey: "e" }, { "x-forwarded-user": "ada" });
    const his = await create({}, { idempotencyKey: "e" }, { "x-forwarded-user": "bob" });
    expect(his).toMatchObject({ replayed: false });
    expect(his.batch?.databaseId).not.toBe(hers.batch?.databaseId);
  });

  it("creates one batch for 50 calls at once", async () => {
    const before = await database().prisma.batch.count();
    const answers = await Promise.all(Array.from({ length: 50 }, () => create({}, { idempotencyKey: "f" })));
    expect(new Set(answers.map(({ batch }) => batch?.databaseId)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await database().prisma.batch.count()).toBe(before + 1);
  });
});

describe("createBatch with the token of a plan", () => {
  const tokenOf = async (recipeType: TestType) =>
    (await query(validateBatch, { input: { recipeTypeId: recipeType.id, definition: { allJobs: true } } })).validateBatch.planToken;

  it("creates what was shown", async () => {
    const { errors, batch } = await create({}, { planToken: await tokenOf(type) });
    expect(errors).toEqual([]);
    expect(await database().prisma.batch.findUnique({ where: { id: batch?.databaseId as number } })).toMatchObject({ totalCount: 2 });
  });

  it("refuses with what has changed since", async () => {
    const shown = await makeType(database(), "parse");
    await makeManyRecipes(database(), shown, 3);
    const planToken = await tokenOf(shown);
    await makeManyRecipes(database(), shown, 1);
    const conflict = { code: "CONFLICT", path: ["planToken"] };
    expect(await expectRefused(create({ recipeTypeId: shown.id }, { planToken }), conflict)).toContain(
      "3 recipes were matched and 4 are now",
    );
    await revise(database(), shown, "parse@2");
    expect(await expectRefused(create({ recipeTypeId: shown.id }, { planToken }), conflict)).toContain("revision was 1 and is now 2");
  });

  it("refuses it for another input, and what is no token", async () => {
    const planToken = await tokenOf(type);
    await expectRefused(create({ definition: {} }, { planToken }), { code: "CONFLICT", path: ["planToken"] });
    await expectRefused(create({}, { planToken: "x" }), { code: "INVALID", path: ["planToken"] });
    await expectRefused(create({}, { planToken: "" }), { code: "INVALID", path: ["planToken"] });
  });
});
