import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../../src/domain/actor.js";
import { createKey } from "../../../src/domain/key/createKey.js";
import { findKeys } from "../../../src/domain/key/findKeys.js";
import { revokeKey } from "../../../src/domain/key/revokeKey.js";
import { get, post, useApp } from "../../support/app.js";
import { makeType } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";

const database = useDatabase();
const app = useApp(database, { identity: { oidc: null, apiKeys: true, proxyRoleHeader: null, defaultRole: null } });

const makeKey = (role: Role, name = role.toLowerCase(), expires: Date | null = null) => createKey(database(), { name, role }, expires);
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const list = (headers: Record<string, string>) => get(app(), "/batches/", headers);

let typeId: number;
beforeAll(async () => {
  typeId = (await makeType(database(), "parse")).id;
});

describe("An API key", () => {
  it("lets its caller in, by its name and role", async () => {
    const headers = bearer(await makeKey("OPERATOR", "ada's script"));
    const { status, body } = await post(app(), "/batches/", { recipe_type_id: typeId, definition: {} }, headers);
    expect(status).toBe(201);
    expect(body.event.description.user).toBe("ada's script");
    const viewer = await post(app(), "/graphql", { query: "{ viewer { name role } }" }, headers);
    expect(viewer.body).toEqual({ data: { viewer: { name: "ada's script", role: "OPERATOR" } } });
  });

  it("is needed: without one, or with one that is none, there is nothing", async () => {
    const key = await makeKey("READER");
    const other = key.startsWith("bg_0") ? key.replace("bg_0", "bg_1") : key.replace(/^bg_./, "bg_0");
    const none = await list({});
    expect(none).toMatchObject({ status: 401, body: { detail: "Send an API key, as Authorization: Bearer …" } });
    expect(none.headers["www-authenticate"]).toBe('Bearer realm="batch-gateway"');
    const wrong = { "its end cut off": key.slice(0, -1), "another secret": `${key.slice(0, -2)}__`, "another prefix": other };
    for (const [what, text] of Object.entries(wrong)) {
      const { status, headers } = await list(bearer(text));
      expect([what, status]).toEqual([what, 401]);
      expect(headers["www-authenticate"]).toMatch(/^Bearer realm="batch-gateway", error="invalid_token", error_description="[^"]+"$/);
    }
    for (const authorization of [
      `Basic ${btoa(`ada:${key}`)}`,
      `Bearer${key}`,
      key,
      "Bearer",
      "Bearer a.b.c",
      `Bearer ${key}, Bearer ${key}`,
    ])
      expect([authorization, (await list({ authorization })).status]).toEqual([authorization, 401]);
    expect((await list(bearer(key))).status).toBe(200);
  });

  it("ends at its time", async () => {
    const headers = bearer(await makeKey("READER", "shortly", new Date(Date.now() + 700)));
    expect((await list(headers)).status).toBe(200);
    await expect.poll(async () => (await list(headers)).body.detail, { timeout: 5000 }).toBe("The API key has expired");
  });

  it("that is revoked ends within seconds", async () => {
    const key = await makeKey("READER", "lost");
    expect((await list(bearer(key))).status).toBe(200);
    await revokeKey(database(), key.slice(0, 11));
    await expect.poll(async () => (await list(bearer(key))).status, { timeout: 5000 }).toBe(401);
  });

  it("that is revoked while its claim waits ends the wait, and what would come after it", async () => {
    const key = await makeKey("OPERATOR", "waiting");
    const claim = `claimJobs(input: { worker: "waiting", max: 1, leaseSeconds: 60, waitSeconds: 60 }) { claims { token } errors { code } }`;
    const create = `createBatch(input: { recipeTypeId: "${typeId}", title: "late", definition: {} }) { batch { id } }`;
    let answer: unknown;
    const asked = post(app(), "/graphql", { query: `mutation { ${claim} ${create} }` }, bearer(key)).then(({ body }) => {
      answer = body;
    });
    await expect.poll(() => database().prisma.worker.count({ where: { name: "waiting" } }), { timeout: 20_000 }).toBe(1);
    await revokeKey(database(), key.slice(0, 11));
    await expect
      .poll(() => answer, { timeout: 20_000 })
      .toMatchObject({ errors: [{ path: ["createBatch"], message: "There is no such API key, or it was revoked" }] });
    await asked;
    expect(await database().prisma.batch.count({ where: { title: "late" } })).toBe(0);
  });

  it("is nobody's who would go by a name of the gateway's own", async () => {
    const key = await makeKey("READER", "honest");
    for (const name of ["Anonymous", "batch-gateway", "scale-batch-creator"]) {
      await expect(makeKey("READER", name)).rejects.toThrow("name: is a name of the gateway's own");
      await database().prisma.apiKey.updateMany({ where: { prefix: key.slice(0, 11) }, data: { name } });
      const detail = `${name} is a name of the gateway's own: nobody is taken for it`;
      await expect.poll(() => list(bearer(key)), { timeout: 10_000 }).toMatchObject({ status: 401, body: { detail } });
    }
  });

  it("is kept as its hash only, and when it was used", async () => {
    const key = await makeKey("READER", "kept");
    const found = async () => (await findKeys(database())).find(({ name }) => name === "kept");
    const row = await found();
    expect(row?.prefix).toBe(key.slice(0, 11));
    expect(JSON.stringify(row)).not.toContain(key.slice(12));
    expect(row?.lastUsed).toBeNull();
    await list(bearer(key));
    await expect.poll(async () => (await found())?.lastUsed, { timeout: 5000 }).toBeInstanceOf(Date);
  });

  it("must have a name, and an end that is not over", async () => {
    await expect(makeKey("READER", " ")).rejects.toThrow("name: must not be empty");
    await expect(makeKey("READER", "a".repeat(251))).rejects.toThrow("name: must be at most 250 characters");
    await expect(makeKey("READER", "late", new Date(0))).rejects.toThrow("expires: must be in the future");
    await expect(revokeKey(database(), "bg_00000000")).rejects.toThrow("There is no key bg_00000000");
  });
});
