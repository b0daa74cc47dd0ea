import { beforeAll, describe, expect, it } from "vitest";
import { get, post, send, useApp } from "../support/app.js";
import { makeType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);
const trusting = useApp(database, { trustedProxies: ["127.0.0.1"] });
let recipeTypeId: number;
beforeAll(async () => {
  recipeTypeId = (await makeType(database(), "parse publish<parse")).id;
});

const create = (body: object, headers = {}) => post(app(), "/batches/", { recipe_type_id: recipeTypeId, definition: {}, ...body }, headers);
const countBatches = () => database().prisma.batch.count();

describe("Create Batch", () => {
  it("answers 201 with the full details, and their address", async () => {
    const input = {
      recipe_type_id: recipeTypeId,
      title: "My Batch",
      description: "My batch of recipes",
      definition: {
        version: "1.0",
        date_range: { started: "2016-01-10T00:00:00.000Z", ended: "2016-02-10T00:00:00.000Z" },
        all_jobs: true,
      },
    };
    const { status, headers, body } = await post(app(), "/batches/", input, { host: "gateway.example" });
    expect(status).toBe(201);
    expect(headers["content-type"]).toMatch(/^application\/json/);
    expect(headers.location).toBe(`http://gateway.example/batches/${body.id}/`);
    expect(body).toEqual((await get(app(), `/batches/${body.id}/`)).body);
    expect(body).toMatchObject({
      title: "My Batch",
      description: "My batch of recipes",
      status: "SUBMITTED",
      recipe_type: { id: recipeTypeId },
      event: { type: "USER", description: { user: "Anonymous" } },
      creator_job: { status: "QUEUED" },
      definition: { version: "1.0", date_range: { type: "created", ...input.definition.date_range }, all_jobs: true },
    });
  });

  it.each(["/v4", "/api/v4"])("gives the details' address under %s where it was asked there", async (prefix) => {
    const { status, headers, body } = await post(app(), `${prefix}/batches/`, { recipe_type_id: recipeTypeId, definition: {} });
    expect(status).toBe(201);
    expect(new URL(headers.location as string).pathname).toBe(`${prefix}/batches/${body.id}/`);
    expect((await get(app(), new URL(headers.location as string).pathname)).body).toEqual(body);
  });

  it("gives the details' address as it is outside of a trusted proxy", async () => {
    const headers = { host: "inside:4000", "x-forwarded-proto": "https", "x-forwarded-host": "scale.example" };
    const { headers: answered, body } = await post(trusting(), "/batches/?x=1", { recipe_type_id: recipeTypeId, definition: {} }, headers);
    expect(answered.location).toBe(`https://scale.example/batches/${body.id}/`);
  });

  it("needs no title and no description", async () => {
    expect(await create({})).toMatchObject({ status: 201, body: { title: null, description: null, definition: { version: "1.0" } } });
    expect(await create({ title: null, description: null })).toMatchObject({ status: 201, body: { title: null, description: null } });
    expect(await create({ title: "", description: "" })).toMatchObject({ status: 201, body: { title: "", description: "" } });
  });

  it("takes a recipe type's id as a string of digits", async () => {
    for (const text of [recipeTypeId, `+${recipeTypeId}`, ` ${recipeTypeId}\n`]) {
      expect(await create({ recipe_type_id: String(text) })).toMatchObject({ status: 201, body: { recipe_type: { id: recipeTypeId } } });
    }
  });

  it("keeps a title or a description that is a number as text", async () => {
    expect((await create({ title: 2016, description: -1.5 })).body).toMatchObject({ title: "2016", description: "-1.5" });
  });

  it("takes its fields from the query string, too, before those of the body", async () => {
    const query = `?recipe_type_id=+${recipeTypeId}&title=old&title=My%20Batch&description=`;
    const body = { recipe_type_id: 999_999, title: true, description: "x", definition: { all_jobs: true } };
    const answer = await post(app(), `/batches/${query}`, body);
    expect(answer).toMatchObject({ status: 201, body: { recipe_type: { id: recipeTypeId }, title: "My Batch", description: "" } });
    expect(answer.headers.location).toBe(`http://localhost:80/batches/${answer.body.id}/`);
    expect(await post(app(), "/batches/?recipe_type_id=x", body)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining("recipe_type_id: must be an integer") },
    });
    expect(await post(app(), `/batches/${query}&definition={}`, {})).toMatchObject({
      status: 400,
      body: { detail: "definition: must be an object" },
    });
  });

  it("takes times as Scale does, and returns them as they were sent", async () => {
    const date_range = { started: "2016-1-1T0:00Z", ended: "2016-1-31 9:5:7.5+01" };
    const { status, body } = await create({ definition: { date_range } });
    expect({ status, range: body.definition.date_range }).toEqual({ status: 201, range: { type: "created", ...date_range } });
  });

  it("leaves out fields that are not documented", async () => {
    expect((await create({ status: "CREATED", foo: 1 })).body.status).toBe("SUBMITTED");
  });

  it("counts characters of a title, not their bytes or halves", async () => {
    expect((await create({ title: "é".repeat(50) })).status).toBe(201);
    expect((await create({ title: "\u{1F6F0}".repeat(50) })).status).toBe(201);
    expect((await create({ title: "\u{1F6F0}".repeat(51) })).status).toBe(400);
  });

  it.each([
    [{ recipe_type_id: undefined }, "recipe_type_id: is required"],
    [{ recipe_type_id: null }, "recipe_type_id: is required"],
    [{ recipe_type_id: "" }, "recipe_type_id: must be an integer"],
    [{ recipe_type_id: "abc" }, "recipe_type_id: must be an integer"],
    [{ recipe_type_id: "1.0" }, "recipe_type_id: must be an integer"],
    [{ recipe_type_id: 1.5 }, "recipe_type_id: must be an integer"],
    [{ recipe_type_id: true }, "recipe_type_id: must be an integer"],
    [{ recipe_type_id: [1] }, "recipe_type_id: must be an integer"],
    [{ recipe_type_id: 999_999 }, "recipe_type_id: names no recipe type"],
    [{ recipe_type_id: 0 }, "recipe_type_id: names no recipe type"],
    [{ recipe_type_id: -1 }, "recipe_type_id: names no recipe type"],
    [{ recipe_type_id: 99_999_999_999 }, "recipe_type_id: names no recipe type"],
    [{ recipe_type_id: "99999999999999999999999" }, "recipe_type_id: names no recipe type"],
    [{ title: true }, "title: must be a string or null"],
    [{ title: [5] }, "title: must be a string or null"],
    [{ title: "x".repeat(51) }, "title: must be at most 50 characters"],
    [{ title: "a\u0000b" }, "title: has a character that the database can't store"],
    [{ title: "a\ud800b" }, "title: has a character that the database can't store"],
    [{ description: {} }, "description: must be a string or null"],
    [{ description: "\u0000" }, "description: has a character that the database can't store"],
    [{ definition: undefined }, "definition: is required"],
    [{ definition: null }, "definition: must be an object"],
    [{ definition: [] }, "definition: must be an object"],
    [{ definition: "{}" }, "definition: must be an object"],
    [{ definition: { foo: 1 } }, "definition.foo: is not a key of a batch definition"],
    [{ definition: { jobNames: ["a"] } }, "definition.jobNames: is not a key of a batch definition"],
    [{ definition: { version: "2.0" } }, 'definition.version: must be "1.0"'],
    [{ definition: { all_jobs: "yes" } }, "definition.all_jobs: must be true or false"],
    [{ definition: { job_names: "kml" } }, "definition.job_names: must be an array of strings, or null"],
    [{ definition: { job_names: ["a", 1] } }, "definition.job_names: must be an array of strings, or null"],
    [{ definition: { job_names: ["\ud800"] } }, "definition.job_names.0: has a character that the database can't store"],
    [{ definition: { priority: 1.5 } }, "definition.priority: must be an integer"],
    [{ definition: { date_range: {} } }, "definition.date_range: must have started or ended"],
    [{ definition: { date_range: { type: "data" } } }, "definition.date_range: must have started or ended"],
    [{ definition: { date_range: { started: "2016-01-10T00:00:00" } } }, "definition.date_range.started: must be an ISO-8601"],
    [{ definition: { date_range: { ended: 5 } } }, "definition.date_range.ended: must be an ISO-8601"],
    [{ definition: { date_range: { started: "2016-01-10T00:00:00Z", foo: 1 } } }, "definition.date_range.foo: is not a key"],
    [{ definition: { date_range: { started: "2016-01-10T00:00:00Z", type: "foo" } } }, "definition.date_range.type: must be one of"],
  ])("refuses %j and says what is wrong", async (wrong, detail) => {
    const before = await countBatches();
    const { status, body } = await create(wrong);
    expect(status).toBe(400);
    expect(body).toEqual({ detail: expect.stringContaining(detail) });
    expect(await countBatches()).toBe(before);
  });

  it("says all that is wrong at once", async () => {
    const { body } = await create({ title: "x".repeat(51), definition: { foo: 1, version: "2.0" } });
    expect(body.detail.split("; ")).toHaveLength(3);
  });

  it.each([null, [], [{}], 5, "text", true])("refuses a body that is %j", async (payload) => {
    const { status, body } = await send(app(), {
      method: "POST",
      url: "/batches/",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify(payload),
    });
    expect(status).toBe(400);
    expect(body).toEqual({ detail: "The body must be a JSON object" });
  });
});

describe("Create Batch's Idempotency-Key", () => {
  it("creates one batch only, and answers again as it is now", async () => {
    const first = await create({ title: "once" }, { "idempotency-key": "key-1" });
    const before = await countBatches();
    await database().prisma.batch.update({ where: { id: first.body.id }, data: { status: "CREATED", createdCount: 3 } });
    const second = await create({ title: "once" }, { "idempotency-key": "key-1" });
    expect(await countBatches()).toBe(before);
    expect(second).toMatchObject({ status: 201, body: { id: first.body.id, status: "CREATED", created_count: 3 } });
    expect(second.headers.location).toBe(first.headers.location);
  });

  it("is compared by what the input means", async () => {
    const started = (text: string) => ({ definition: { date_range: { started: text } } });
    const first = await create(started("2016-01-10T00:00:00Z"), { "idempotency-key": "key-2" });
    const second = await create(
      { ...started("2016-01-10T01:00:00+01:00"), recipe_type_id: String(recipeTypeId) },
      { "idempotency-key": "key-2" },
    );
    expect(second.body.id).toBe(first.body.id);
  });

  it("creates one batch only for requests at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create({ title: "at once" }, { "idempotency-key": "key-3" })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
  });

  it("is refused with another input: 422", async () => {
    await create({ title: "one" }, { "idempotency-key": "key-4" });
    const { status, body } = await create({ title: "other" }, { "idempotency-key": "key-4" });
    expect(status).toBe(422);
    expect(body.detail).toBe("idempotency_key: was used before with another input");
  });

  it("has 1 to 255 characters", async () => {
    expect((await create({}, { "idempotency-key": "k".repeat(255) })).status).toBe(201);
    expect(await create({}, { "idempotency-key": "k".repeat(256) })).toMatchObject({
      status: 400,
      body: { detail: "idempotency_key: must be 1 to 255 characters" },
    });
    expect((await create({}, { "idempotency-key": "" })).status).toBe(400);
  });

  it("may be left out: then each request creates a batch", async () => {
    const before = await countBatches();
    await create({});
    await create({});
    expect(await countBatches()).toBe(before + 2);
  });
});
