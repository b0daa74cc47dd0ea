import { describe, expect, it, onTestFinished, vi } from "vitest";
import { maxWebhooks } from "../../src/domain/webhook/createWebhook.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { limitBatch, requeueJobs } from "../support/operatorMutations.js";
import { ownWork } from "../support/ownWork.js";
import {
  createWebhook,
  deleteWebhook,
  redeliverWebhook,
  rotateWebhookSecret,
  updateWebhook,
  webhookIds,
  webhookWithDeliveries,
} from "../support/webhookDocuments.js";

const database = useDatabase();
const client = useGraphql(database);
const { query } = client;
const { workOn, complete, fail } = ownWork(database, client);

const url = "https://hooks.example.org/batches";
type Event = "BATCH_CREATED" | "BATCH_FAILED" | "BATCH_WORK_SUCCEEDED" | "BATCH_WORK_FAILED" | "BATCH_WORK_CANCELED" | "BATCH_WORK_STOPPED";
const all: Event[] = [
  "BATCH_CREATED",
  "BATCH_FAILED",
  "BATCH_WORK_SUCCEEDED",
  "BATCH_WORK_FAILED",
  "BATCH_WORK_CANCELED",
  "BATCH_WORK_STOPPED",
];
const register = async (input: { url?: string; description?: string | null; events?: Event[] } = {}) =>
  (await query(createWebhook, { input: { url, events: all, ...input } })).createWebhook;
const registered = async (events: Event[] = all) => (await register({ events })).webhook?.databaseId as number;
const told = async (id: number) => (await query(webhookWithDeliveries, { id })).webhook?.deliveries.nodes ?? [];
const eventsTold = async (id: number) => (await told(id)).map(({ event }) => event).toReversed();
const cancelBatch = graphql(`
  mutation CancelForWebhook($id: ID!) { cancelBatch(id: $id) { errors { code } } }
`);
const pauseBatch = graphql(`
  mutation PauseForWebhook($id: ID!) { pauseBatch(id: $id) { errors { code } } }
`);

describe("A webhook", () => {
  it("is registered, and shows its secret once", async () => {
    const { webhook, secret, errors } = await register({ description: "for the team", events: ["BATCH_CREATED", "BATCH_CREATED"] });
    expect(errors).toEqual([]);
    expect(webhook).toMatchObject({ url, description: "for the team", events: ["BATCH_CREATED"], isActive: true, createdBy: "Anonymous" });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect((await query(webhookIds)).webhooks).toContainEqual({ databaseId: webhook?.databaseId, url });
  });

  it.each([
    ["ftp://hooks.example.org/", "must begin with https://"],
    ["http://hooks.example.org/", "must begin with https://"],
    ["hooks.example.org", "must be a URL, such as https://example.org/hooks"],
    ["https://me:secret@hooks.example.org/", "must not have a user or a password"],
    ["https://127.0.0.1/", "must not lead to 127.0.0.1, an address that is not public"],
    ["https://0x7f.1/", "must not lead to 127.0.0.1, an address that is not public"],
    ["https://0.0.0.0/", "must not lead to 0.0.0.0, an address that is not public"],
    ["https://10.1.2.3/", "must not lead to 10.1.2.3, an address that is not public"],
    ["https://172.16.0.1/", "must not lead to 172.16.0.1, an address that is not public"],
    ["https://192.168.0.1:8443/x", "must not lead to 192.168.0.1, an address that is not public"],
    ["https://169.254.169.254/latest/meta-data", "must not lead to 169.254.169.254, an address that is not public"],
    ["https://100.64.0.1/", "must not lead to 100.64.0.1, an address that is not public"],
    ["https://[::1]/", "must not lead to ::1, an address that is not public"],
    ["https://[::ffff:10.0.0.1]/", "must not lead to ::ffff:a00:1, an address that is not public"],
    ["https://[::127.0.0.1]/", "must not lead to ::7f00:1, an address that is not public"],
    ["https://[64:ff9b::10.0.0.1]/", "must not lead to 64:ff9b::a00:1, an address that is not public"],
    ["https://[fd00:ec2::254]/", "must not lead to fd00:ec2::254, an address that is not public"],
    ["https://[fe80::1]/", "must not lead to fe80::1, an address that is not public"],
  ])("is refused with the URL %s", async (wrong, message) => {
    expect(await register({ url: wrong })).toEqual({ webhook: null, secret: null, errors: [{ code: "INVALID", path: ["url"], message }] });
  });

  it("is refused with too much, or with too little", async () => {
    const { errors } = await register({ url: `${url}?${"x".repeat(2000)}`, description: "x".repeat(5001), events: [] });
    expect(errors).toEqual([
      { code: "TOO_LARGE", path: ["url"], message: "must be at most 2000 characters" },
      { code: "TOO_LARGE", path: ["description"], message: "must be at most 5000 characters" },
      { code: "INVALID", path: ["events"], message: "must name at least one event" },
    ]);
    expect((await register({ url: `https://hooks.example.org/${"ü".repeat(1900)}` })).errors[0]?.message).toContain("in ASCII");
    expect((await register({ url: "https://[2606:4700::1111]/" })).errors).toEqual([]);
  });

  it("is changed field by field, and is deleted with its deliveries", async () => {
    const id = await registered();
    const update = async (input: object) => (await query(updateWebhook, { id, input })).updateWebhook;
    expect((await update({ description: "x", isActive: false })).webhook).toMatchObject({
      url,
      description: "x",
      events: all,
      isActive: false,
    });
    expect((await update({ url: "https://other.example.org", events: ["BATCH_FAILED"], description: null })).webhook).toMatchObject({
      url: "https://other.example.org/",
      events: ["BATCH_FAILED"],
      description: null,
      isActive: false,
    });
    expect((await update({ url: "https://10.0.0.1" })).errors[0]).toMatchObject({ code: "INVALID", path: ["url"] });
    expect((await query(deleteWebhook, { id })).deleteWebhook).toEqual({ databaseId: id, errors: [] });
    const missing = [{ code: "NOT_FOUND", path: [], message: `There is no webhook ${id}` }];
    expect((await query(deleteWebhook, { id })).deleteWebhook.errors).toEqual(missing);
    expect((await update({})).errors).toEqual(missing);
    expect((await query(rotateWebhookSecret, { id })).rotateWebhookSecret.errors).toEqual(missing);
    expect((await query(deleteWebhook, { id: "x" })).deleteWebhook.errors[0]?.message).toBe("There is no webhook x");
    expect((await query(webhookWithDeliveries, { id })).webhook).toBeNull();
    expect((await query(webhookWithDeliveries, { id: "x" })).webhook).toBeNull();
  });

  it("is changed, and its messages are sent again, at the time of PostgreSQL's clock", async () => {
    const id = await registered(["BATCH_CREATED"]);
    await workOn("@-a");
    const stored = () => database().prisma.webhook.findUniqueOrThrow({ where: { id }, include: { deliveries: true } });
    const before = await stored();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2001-01-01T00:00:00Z") });
    onTestFinished(() => void vi.useRealTimers());
    await query(updateWebhook, { id, input: { description: "later" } });
    await query(redeliverWebhook, { messageId: `msg_${before.deliveries[0]?.messageId}` });
    const after = await stored();
    expect(after.description).toBe("later");
    expect(after.lastModified.getTime()).toBeGreaterThanOrEqual(before.lastModified.getTime());
    expect(after.deliveries[0]?.nextAttempt?.getTime()).toBeGreaterThan(before.deliveries[0]?.nextAttempt?.getTime() as number);
  });

  it("gets a new secret, which can't be read again", async () => {
    const { webhook, secret } = await register();
    const rotated = (await query(rotateWebhookSecret, { id: webhook?.databaseId as number })).rotateWebhookSecret;
    expect(rotated).toEqual({ webhook: { databaseId: webhook?.databaseId }, secret: expect.stringMatching(/^whsec_/), errors: [] });
    expect(rotated.secret).not.toBe(secret);
  });

  it("gets two new secrets at once, and both sign", async () => {
    const id = await registered();
    const rotate = async () => (await query(rotateWebhookSecret, { id })).rotateWebhookSecret.secret;
    const handedOut = await Promise.all([rotate(), rotate()]);
    const { secret, previousSecret } = await database().prisma.webhook.findUniqueOrThrow({ where: { id } });
    expect([secret, previousSecret].toSorted()).toEqual(handedOut.toSorted());
  });

  it("is told of the ends of batches that happen from then on, in the words of the moment", async () => {
    const before = await workOn("@-a");
    await complete(await before.take());
    const id = await registered();
    const [made, succeeded] = [await workOn("@-a", 2), await workOn("@-a @-b<@-a")];
    await complete(await succeeded.take());
    await complete(await succeeded.take());
    expect(await eventsTold(id)).toEqual(["BATCH_CREATED", "BATCH_CREATED", "BATCH_WORK_SUCCEEDED"]);
    const [last, , first] = await told(id);
    expect(first).toMatchObject({
      messageId: expect.stringMatching(/^msg_[\da-f-]{36}$/),
      status: "PENDING",
      attempts: 0,
      nextAttempt: expect.any(String),
      lastAttempt: null,
      batch: { databaseId: made.batchId },
      payload: {
        type: "batch.created",
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        data: { batchId: made.batchId, status: "CREATED", created: 2, failed: 0, workState: "WAITING", jobs: { queued: 2 } },
      },
    });
    expect(last?.payload).toMatchObject({
      type: "batch.work.succeeded",
      data: { batchId: succeeded.batchId, status: "CREATED", workState: "SUCCEEDED", jobs: { completed: 2 }, reason: null },
    });
  });

  it("is told of work that fails, is stopped and is canceled, but not of work that is paused", async () => {
    const id = await registered(["BATCH_WORK_FAILED", "BATCH_WORK_STOPPED", "BATCH_WORK_CANCELED", "BATCH_WORK_SUCCEEDED"]);
    const stopped = await workOn("@-a", 3);
    await query(limitBatch, { id: String(stopped.batchId), limits: { stopAfterFailedJobs: 1 } });
    await fail(await stopped.take(1));
    expect(await eventsTold(id)).toEqual(["BATCH_WORK_STOPPED"]);
    expect((await told(id))[0]?.payload).toMatchObject({
      data: { workState: "HELD", reason: "1 jobs failed", jobs: { failed: 1, queued: 2 } },
    });
    await query(cancelBatch, { id: String(stopped.batchId) });
    expect(await eventsTold(id)).toEqual(["BATCH_WORK_STOPPED", "BATCH_WORK_CANCELED"]);
    const [failing, paused] = [await workOn("@-a"), await workOn("@-a")];
    await query(pauseBatch, { id: String(paused.batchId) });
    await fail(await failing.take());
    expect(await eventsTold(id)).toEqual(["BATCH_WORK_STOPPED", "BATCH_WORK_CANCELED", "BATCH_WORK_FAILED"]);
    await query(requeueJobs, { input: { batchId: String(failing.batchId) } });
    await complete(await failing.take());
    expect((await eventsTold(id)).at(-1)).toBe("BATCH_WORK_SUCCEEDED");
  });

  it("is told nothing while it is not active, and no message if the transaction of the change is rolled back", async () => {
    const id = await registered();
    await database()
      .transaction(async (tx) => {
        const [{ id: batchId }] = (await tx.query<{ id: number }>({ text: "SELECT min(id) AS id FROM batch" })) as [{ id: number }];
        const text = `INSERT INTO batch_event (batch_id, "to", actor) VALUES ($1::int, 'CREATED', 'me')`;
        await tx.query({ text }, [batchId]);
        throw new Error("rolled back");
      })
      .catch(() => {});
    await query(updateWebhook, { id, input: { isActive: false } });
    await workOn("@-a");
    expect(await told(id)).toEqual([]);
  });

  it("does not disturb a batch that ends while it is being deleted", async () => {
    const id = await registered();
    const work = await workOn("@-a");
    const tokens = await work.take();
    let ended: Promise<unknown> = Promise.resolve();
    await database().transaction(async (tx) => {
      await tx.prisma.webhook.delete({ where: { id } });
      ended = complete(tokens);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(await ended).toMatchObject({ outcomes: [{ accepted: true }] });
  });
});

describe("Deliveries", () => {
  it("are a connection, the latest first, that can be filtered by status", async () => {
    const id = await registered(["BATCH_CREATED"]);
    for (let i = 0; i < 3; i++) await workOn("@-a");
    await database().prisma.webhookDelivery.updateMany({
      where: { id: (await database().prisma.webhookDelivery.findFirstOrThrow({ where: { webhookId: id } })).id },
      data: { status: "FAILED", nextAttempt: null },
    });
    const page = async (variables: object) => (await query(webhookWithDeliveries, { id, ...variables })).webhook?.deliveries;
    const first = await page({ first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = await page({ first: 2, after: first?.pageInfo.endCursor });
    expect(second).toMatchObject({ nodes: [{ status: "FAILED" }], pageInfo: { hasNextPage: false } });
    const ids = [...(first?.nodes ?? []), ...(second?.nodes ?? [])].map(({ batch }) => batch.databaseId);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(await page({ status: ["FAILED"] })).toMatchObject({ totalCount: 1, nodes: [{ status: "FAILED" }] });
    expect(await client.refusal(webhookWithDeliveries, { id, first: 1001 })).toMatchObject({ argument: "first" });
    const [failed] = (await page({ status: ["FAILED"] }))?.nodes ?? [];
    const messageId = failed?.messageId as string;
    expect((await query(redeliverWebhook, { messageId })).redeliverWebhook).toEqual({
      delivery: { messageId, status: "PENDING", attempts: 0 },
      errors: [],
    });
    await query(updateWebhook, { id, input: { isActive: false } });
    expect((await query(redeliverWebhook, { messageId })).redeliverWebhook.errors).toEqual([
      { code: "CONFLICT", path: [], message: `Webhook ${id} is not active` },
    ]);
    expect((await query(redeliverWebhook, { messageId: "msg_x" })).redeliverWebhook.errors).toEqual([
      { code: "NOT_FOUND", path: [], message: "There is no message msg_x" },
    ]);
  });
});

it("There are not more webhooks than can be told of everything", async () => {
  const data = { url, events: ["BATCH_CREATED"], secret: "whsec_", createdBy: "me" };
  await database().prisma.webhook.createMany({ data: Array.from({ length: maxWebhooks }, () => data) });
  expect((await register()).errors).toEqual([
    { code: "CONFLICT", path: [], message: "There are 50 webhooks already, as many as there can be" },
  ]);
});
