import { describe, expect, test } from "vitest";
import type { BatchInput } from "../../../src/domain/batch/create/checkBatch.js";
import { createBatch } from "../../../src/domain/batch/create/createBatch.js";
import { pruneIdempotencyKeys } from "../../../src/domain/batch/create/pruneIdempotencyKeys.js";
import { ada, batchInput, makeType, type TestType } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";
import { rowCounts } from "../../support/rowCounts.js";

const database = useDatabase();

let keys = 0;
const newKey = (): string => `key-${++keys}`;

/** Creates a batch with a key; gives the refusal's code instead of the batch where it is refused. */
async function create(input: BatchInput, idempotencyKey: string, actor = ada) {
  return createBatch(database(), actor, input, { idempotencyKey }).catch((error: { code?: string }) => error.code ?? error);
}

describe("the same idempotency key", () => {
  test("with the same input gives the first batch again, and writes nothing", async () => {
    const [input, key] = [batchInput(await makeType(database(), "a"), { all_jobs: true }), newKey()];
    const first = await create(input, key);
    const before = await rowCounts(database());
    expect(first).toMatchObject({ replayed: false });
    expect(await create(input, key)).toEqual({ ...(first as object), replayed: true });
    expect(await rowCounts(database())).toEqual(before);
  });

  test("gives it whatever has become of the batch", async () => {
    const [input, key] = [batchInput(await makeType(database(), "a")), newKey()];
    const first = await create(input, key);
    await database().prisma.batch.update({ where: { id: (first as { id: number }).id }, data: { status: "CREATED" } });
    expect(await create(input, key)).toEqual({ ...(first as object), replayed: true });
  });

  test("in 50 calls at once makes one batch", async () => {
    const [input, key] = [batchInput(await makeType(database(), "a")), newKey()];
    const before = await rowCounts(database());
    const results = await Promise.all(Array.from({ length: 50 }, () => createBatch(database(), ada, input, { idempotencyKey: key })));
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const added = { batch: 1, batch_event: 1, idempotency_key: 1, job: 1, trigger_event: 1, "graphile_worker._private_jobs": 1 };
    const after = Object.entries(before).map(([table, count]) => [table, count + ((added as Record<string, number>)[table] ?? 0)]);
    expect(await rowCounts(database())).toEqual(Object.fromEntries(after));
  });

  test("of another actor is another key", async () => {
    const [input, key] = [batchInput(await makeType(database(), "a")), newKey()];
    const [hers, his] = [await create(input, key), await create(input, key, { ...ada, name: "bob" })];
    expect([hers, his]).toMatchObject([{ replayed: false }, { replayed: false }]);
    expect(hers).not.toEqual(his);
  });
});

describe("input that means the same replays, where it is written differently:", () => {
  const range = { started: "2016-01-10T00:00:00Z", ended: "2016-02-10T00:00:00Z" };
  test.each([
    ["instants", { date_range: range }, { date_range: { ended: "2016-02-10T01:00:00.000+01:00", started: "2016-01-09T16:00-08:00" } }],
    ["the default type of a range", { date_range: range }, { date_range: { ...range, type: "created" } }],
    ["a bound that is null", { date_range: { started: range.started } }, { date_range: { started: range.started, ended: null } }],
    ["defaults", {}, { version: "1.0", job_names: null, all_jobs: false, priority: null, date_range: null }],
    ["no job names", { job_names: [] }, { job_names: null }],
  ])("%s", async (_, one, other) => {
    const [type, key] = [await makeType(database(), "a"), newKey()];
    const first = await create(batchInput(type, one), key);
    expect(await create(batchInput(type, other), key)).toEqual({ ...(first as object), replayed: true });
  });
});

describe("input that means something else is a mismatch, and leaves nothing behind:", () => {
  const started = "2016-01-10T00:00:00Z";
  const base = { date_range: { started }, job_names: ["a"], priority: 1 };
  const changes: [string, (type: TestType, other: TestType) => BatchInput][] = [
    ["another recipe type", (_, other) => batchInput(other, base)],
    ["another title", (type) => ({ ...batchInput(type, base), title: "x" })],
    ["another description", (type) => ({ ...batchInput(type, base), description: "x" })],
    ["another bound", (type) => batchInput(type, { ...base, date_range: { started: "2016-01-10T00:00:00.000001Z" } })],
    ["the other bound", (type) => batchInput(type, { ...base, date_range: { ended: started } })],
    ["the other type of range", (type) => batchInput(type, { ...base, date_range: { started, type: "data" } })],
    ["no range", (type) => batchInput(type, { job_names: ["a"], priority: 1 })],
    ["other job names", (type) => batchInput(type, { ...base, job_names: ["a", "b"] })],
    ["all jobs", (type) => batchInput(type, { ...base, all_jobs: true })],
    ["another priority", (type) => batchInput(type, { ...base, priority: 2 })],
  ];
  test.each(changes)("%s", async (_, change) => {
    const [type, other, key] = [await makeType(database(), "a"), await makeType(database(), "a"), newKey()];
    const first = await create(batchInput(type, base), key);
    const before = await rowCounts(database());
    expect(await create(change(type, other), key)).toBe("IDEMPOTENCY_MISMATCH");
    expect(await rowCounts(database())).toEqual(before);
    expect(await create(batchInput(type, base), key)).toEqual({ ...(first as object), replayed: true });
  });

  test("a retry of a batch's failed recipes", async () => {
    const [input, key] = [batchInput(await makeType(database(), "a")), newKey()];
    const { id } = await createBatch(database(), ada, input, { idempotencyKey: key });
    const retry = createBatch(database(), ada, input, { idempotencyKey: key, retryOfId: id });
    await expect(retry).rejects.toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
  });
});

describe("an idempotency key", () => {
  test("is not remembered where the input was refused", async () => {
    const [type, key] = [await makeType(database(), "a"), newKey()];
    const before = await rowCounts(database());
    expect(await create(batchInput(type, { all_jobs: "yes" }), key)).toBe("INVALID");
    expect(await create(batchInput({ ...type, id: 999_999 }), key)).toBe("NOT_FOUND");
    expect(await rowCounts(database())).toEqual(before);
    expect(await create(batchInput(type), key)).toMatchObject({ replayed: false });
  });

  test("is not remembered where the plan had changed", async () => {
    const [type, key] = [await makeType(database(), "a"), newKey()];
    const refused = createBatch(database(), ada, batchInput(type), { idempotencyKey: key, planToken: "nonsense" });
    await expect(refused).rejects.toMatchObject({ code: "INVALID" });
    expect(await create(batchInput(type), key)).toMatchObject({ replayed: false });
  });

  test("has 1 to 255 characters", async () => {
    const input = batchInput(await makeType(database(), "a"));
    for (const key of ["", "x".repeat(256), "\0"]) {
      const refused = createBatch(database(), ada, input, { idempotencyKey: key });
      await expect(refused).rejects.toMatchObject({ problems: [{ code: "INVALID", path: ["idempotencyKey"] }] });
    }
    expect(await create(input, "x".repeat(255))).toMatchObject({ replayed: false });
  });

  test("may be left out: then every call makes a batch", async () => {
    const input = batchInput(await makeType(database(), "a"));
    const ids = [(await createBatch(database(), ada, input)).id, (await createBatch(database(), ada, input)).id];
    expect(new Set(ids).size).toBe(2);
  });

  test("is kept for a day at least, and forgotten after two", async () => {
    const input = batchInput(await makeType(database(), "a"));
    const [young, old] = [newKey(), newKey()];
    const hour = 60 * 60 * 1000;
    for (const [key, hours] of [
      [young, 25],
      [old, 49],
    ] as const) {
      await create(input, key);
      const actor_key = { actor: ada.name, key };
      await database().prisma.idempotencyKey.update({ where: { actor_key }, data: { created: new Date(Date.now() - hours * hour) } });
    }
    await pruneIdempotencyKeys(database(), new Date());
    expect(await create(input, young)).toMatchObject({ replayed: true });
    expect(await create(input, old)).toMatchObject({ replayed: false });
  });
});
