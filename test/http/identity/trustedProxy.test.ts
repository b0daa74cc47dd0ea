import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../../support/app.js";
import { makeType } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";

const database = useDatabase();
const trusting = useApp(database, { trustedProxies: ["10.0.0.0/8", "loopback"] });
const lonely = useApp(database);
let recipeTypeId: number;
beforeAll(async () => {
  recipeTypeId = (await makeType(database(), "parse")).id;
});

/** Who a batch's event says has asked for it. */
async function askerOf(app: ReturnType<typeof lonely>, headers: Record<string, string>, remoteAddress = "127.0.0.1"): Promise<string> {
  const answer = await app.inject({
    method: "POST",
    url: "/batches/",
    payload: { recipe_type_id: recipeTypeId, definition: {} },
    headers,
    remoteAddress,
  });
  return answer.json().event?.description.user ?? answer.json().detail;
}

describe("Who asks", () => {
  it("is Anonymous where nobody says", async () => {
    expect(await askerOf(trusting(), {})).toBe("Anonymous");
    expect(await askerOf(trusting(), { "x-forwarded-user": "" })).toBe("Anonymous");
  });

  it("is whom a trusted proxy names", async () => {
    expect(await askerOf(trusting(), { "x-forwarded-user": "ada" })).toBe("ada");
    expect(await askerOf(trusting(), { "x-forwarded-user": "ada" }, "10.1.2.3")).toBe("ada");
    expect(await askerOf(trusting(), { "x-forwarded-user": "ada" }, "::ffff:10.1.2.3")).toBe("ada");
    expect(await askerOf(trusting(), { "remote-user": "grace" })).toBe("grace");
    expect(await askerOf(trusting(), { "remote-user": "grace", "x-forwarded-user": "ada" })).toBe("ada");
  });

  it("is Anonymous where anyone else names somebody", async () => {
    expect(await askerOf(trusting(), { "x-forwarded-user": "ada" }, "192.168.0.1")).toBe("Anonymous");
    expect(await askerOf(trusting(), { "x-forwarded-user": "ada", "x-forwarded-for": "127.0.0.1" }, "192.168.0.1")).toBe("Anonymous");
    expect(await askerOf(lonely(), { "x-forwarded-user": "ada" })).toBe("Anonymous");
    expect(await askerOf(lonely(), { "remote-user": "ada" })).toBe("Anonymous");
  });

  it("may have a name in any script", async () => {
    const asSent = (name: string) => Buffer.from(name).toString("latin1");
    expect(await askerOf(trusting(), { "x-forwarded-user": asSent("José 名") })).toBe("José 名");
    expect(await askerOf(trusting(), { "x-forwarded-user": "Jos\xe9" })).toBe("José");
  });

  it("has a name of at most 250 characters", async () => {
    expect(await askerOf(trusting(), { "x-forwarded-user": "a".repeat(250) })).toBe("a".repeat(250));
    expect(await askerOf(trusting(), { "x-forwarded-user": "a".repeat(251) })).toBe("x-forwarded-user: must be at most 250 characters");
  });

  it("has no name of the gateway's own", async () => {
    for (const name of ["Anonymous", "batch-gateway"])
      expect(await askerOf(trusting(), { "x-forwarded-user": name })).toBe("x-forwarded-user: is a name of the gateway's own");
    expect(await askerOf(trusting(), { "x-forwarded-user": "Anonymous" }, "192.168.0.1")).toBe("Anonymous");
  });

  it("is kept with the batch", async () => {
    await askerOf(trusting(), { "x-forwarded-user": "hedy" });
    expect(await database().prisma.batch.count({ where: { createdBy: "hedy" } })).toBe(1);
  });

  it("has idempotency keys of their own", async () => {
    const create = (user: string) =>
      trusting().inject({
        method: "POST",
        url: "/batches/",
        payload: { recipe_type_id: recipeTypeId, definition: {} },
        headers: { "x-forwarded-user": user, "idempotency-key": "key" },
      });
    const ids = (await Promise.all(["ada", "grace", "ada"].map(create))).map((answer) => answer.json().id);
    expect(ids[0]).toBe(ids[2]);
    expect(ids[0]).not.toBe(ids[1]);
  });
});
