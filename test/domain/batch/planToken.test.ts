import { describe, expect, test } from "vitest";
import { createBatch } from "../../../src/domain/batch/create/createBatch.js";
import { validateBatch } from "../../../src/domain/batch/create/validateBatch.js";
import { ada, batchInput, expand, makeManyRecipes, makeRecipe, makeType, revise, type TestType } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";
import { rowCounts } from "../../support/rowCounts.js";

const database = useDatabase();

async function tokenOf(type: TestType, definition: unknown = {}): Promise<string> {
  return (await validateBatch(database(), batchInput(type, definition))).planToken as string;
}

/** A recipe type with two recipes of its first revision, and one of its second. */
async function catalogue() {
  const type = await makeType(database(), "a b<a");
  const old = await makeManyRecipes(database(), type, 2);
  await revise(database(), type, "a b@2<a");
  return { type, old, current: await makeRecipe(database(), type) };
}

/** Creates a batch with a token, which must be refused without a trace. @returns the problem */
async function refused(type: TestType, definition: unknown, planToken: string) {
  const before = await rowCounts(database());
  const options = { planToken, idempotencyKey: planToken.slice(0, 255) || "empty" };
  const error = await createBatch(database(), ada, batchInput(type, definition), options).catch((reason: unknown) => reason);
  expect(await rowCounts(database())).toEqual(before);
  const { problems } = error as { problems: { code: string; path: string[]; message: string }[] };
  expect(problems).toMatchObject([{ path: ["planToken"] }]);
  return `${problems[0]?.code} ${problems[0]?.message}`;
}

describe("with the token of a plan, createBatch", () => {
  test("creates the batch where nothing has changed, and fixes then and there what it does", async () => {
    const { type, old } = await catalogue();
    const planToken = await tokenOf(type);
    const { id } = await createBatch(database(), ada, batchInput(type), { planToken });
    const target = await database().prisma.recipeTypeRevision.findFirstOrThrow({ where: { recipeTypeId: type.id, revisionNum: 2 } });
    const batch = { status: "SUBMITTED", totalCount: 2, recipeTypeRevId: target.id };
    expect(await database().prisma.batch.findUniqueOrThrow({ where: { id } })).toMatchObject(batch);

    await makeRecipe(database(), type);
    await revise(database(), type, "a b@3<a");
    await expand(database(), id);
    const made = await database().prisma.batchRecipe.findMany({
      where: { batchId: id },
      orderBy: { id: "asc" },
      include: { recipe: true },
    });
    expect(made.map((row) => [row.supersededRecipeId, row.recipe?.recipeTypeRevId])).toEqual(old.map((recipe) => [recipe, target.id]));
  });

  test("replays it by the idempotency key, though by then the plan has changed", async () => {
    const { type } = await catalogue();
    const options = { planToken: await tokenOf(type), idempotencyKey: "replayed" };
    const { id } = await createBatch(database(), ada, batchInput(type), options);
    await expand(database(), id);
    expect(await createBatch(database(), ada, batchInput(type), options)).toEqual({ id, replayed: true });
  });

  test("creates a batch that matches nothing, as was shown", async () => {
    const type = await makeType(database(), "a");
    const { id } = await createBatch(database(), ada, batchInput(type), { planToken: await tokenOf(type) });
    await expand(database(), id);
    expect(await database().prisma.batch.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "CREATED", totalCount: 0 });
  });

  test("is refused where the recipe type has a new revision", async () => {
    const { type } = await catalogue();
    const planToken = await tokenOf(type, { all_jobs: true });
    await revise(database(), type, "a b@3<a");
    expect(await refused(type, { all_jobs: true }, planToken)).toBe(
      "CONFLICT shows a plan that has changed: the recipe type's revision was 2 and is now 3",
    );
  });

  test("is refused where more or fewer recipes are matched", async () => {
    const { type, current } = await catalogue();
    const planToken = await tokenOf(type, { all_jobs: true });
    await database().prisma.recipe.update({ where: { id: current }, data: { isSuperseded: true } });
    const message = (now: number) => `CONFLICT shows a plan that has changed: 3 recipes were matched and ${now} are now`;
    expect(await refused(type, { all_jobs: true }, planToken)).toBe(message(2));
    await makeManyRecipes(database(), type, 2);
    expect(await refused(type, { all_jobs: true }, planToken)).toBe(message(4));
  });

  test("is refused where other recipes are matched, though as many", async () => {
    const { type, current } = await catalogue();
    const planToken = await tokenOf(type, { all_jobs: true });
    await database().prisma.recipe.update({ where: { id: current }, data: { isSuperseded: true } });
    await makeRecipe(database(), type);
    expect(await refused(type, { all_jobs: true }, planToken)).toBe(
      "CONFLICT shows a plan that has changed: other recipes are matched, though as many (3)",
    );
  });

  test("names everything that has changed", async () => {
    const { type } = await catalogue();
    const planToken = await tokenOf(type);
    await revise(database(), type, "a b@3<a");
    expect(await refused(type, {}, planToken)).toBe(
      "CONFLICT shows a plan that has changed: the recipe type's revision was 2 and is now 3; 2 recipes were matched and 3 are now",
    );
  });

  test("is refused with another definition or recipe type than was shown", async () => {
    const { type } = await catalogue();
    const message = "CONFLICT was given for another recipe type or definition";
    expect(await refused(type, {}, await tokenOf(type, { all_jobs: true }))).toBe(message);
    expect(await refused(type, { priority: 1 }, await tokenOf(type))).toBe(message);
    expect(await refused(await makeType(database(), "a b<a"), {}, await tokenOf(type))).toBe(message);
  });

  test.each(["", "nonsense", "e30", "bnVsbA", "MQ", Buffer.from('{"recipeTypeId":1}').toString("base64url")])(
    "is refused with %j, which is no token",
    async (token) => {
      const { type } = await catalogue();
      expect(await refused(type, {}, token)).toBe("INVALID is not a token that validateBatch has returned");
    },
  );

  test("can be tried again with the same idempotency key and a new token", async () => {
    const { type } = await catalogue();
    const stale = await tokenOf(type);
    await revise(database(), type, "a b@3<a");
    const options = { idempotencyKey: "again" };
    await expect(createBatch(database(), ada, batchInput(type), { ...options, planToken: stale })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const created = await createBatch(database(), ada, batchInput(type), { ...options, planToken: await tokenOf(type) });
    expect(created.replayed).toBe(false);
  });
});

test("A token is the same as long as nothing changes, and another for other recipes", async () => {
  const { type } = await catalogue();
  const token = await tokenOf(type, { all_jobs: true });
  expect(await tokenOf(type, { all_jobs: true })).toBe(token);
  await makeRecipe(database(), type);
  expect(await tokenOf(type, { all_jobs: true })).not.toBe(token);
});
