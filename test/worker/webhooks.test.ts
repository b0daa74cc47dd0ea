import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newSecret } from "../../src/domain/webhook/rotateWebhookSecret.js";
import { useDatabase } from "../support/database.js";
import { useGraphql } from "../support/graphql.js";
import { redeliverWebhook, rotateWebhookSecret, updateWebhook, webhookWithDeliveries } from "../support/webhookDocuments.js";
import { type Received, useWebhookReceiver } from "../support/webhookReceiver.js";
import { makeWork } from "../support/work.js";
import { useWorker } from "../support/worker.js";

const database = useDatabase();
const { query } = useGraphql(database);
const receiver = useWebhookReceiver();
const { answer } = receiver;
const worker = useWorker(database, 2, ["127.0.0.0/8"]);
const soon = { timeout: 20_000, interval: 20 };

beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer = answer;
});
afterEach(async () => {
  await worker.stop();
  await database().prisma.webhook.deleteMany();
});

const register = async (url = receiver.url(), secret = newSecret()) =>
  (await database().prisma.webhook.create({ data: { url, secret, events: ["BATCH_CREATED"], createdBy: "me" } })).id;
const deliveries = async (id: number) => (await query(webhookWithDeliveries, { id })).webhook?.deliveries.nodes ?? [];
const whenDelivery = async (id: number, expected: object) => {
  await expect.poll(async () => (await deliveries(id))[0], soon).toMatchObject(expected);
  return (await deliveries(id))[0];
};
/** Lets the next attempt come at once. */
const hasten = () => database().prisma.webhookDelivery.updateMany({ where: { status: "PENDING" }, data: { nextAttempt: new Date() } });

describe("A message to a webhook", () => {
  it("comes signed, once, and is written down with what it was answered", async () => {
    const secret = newSecret();
    const id = await register(receiver.url("/hooks?team=a"), secret);
    const { batchId } = await makeWork(database(), "a");
    await worker.start();
    const delivery = await whenDelivery(id, { status: "SUCCEEDED", attempts: 1, responseStatus: 200, responseBody: "thanks", error: null });
    expect(receiver.received).toHaveLength(1);
    const [{ path, headers, text }] = receiver.received as [Received];
    expect(path).toBe("/hooks?team=a");
    expect(headers).toMatchObject({ "content-type": "application/json", "webhook-id": delivery?.messageId });
    expect(new Webhook(secret).verify(text, headers)).toEqual(delivery?.payload);
    expect(JSON.parse(text)).toMatchObject({ type: "batch.created", data: { batchId } });
    expect(() => new Webhook(newSecret()).verify(text, headers)).toThrow("No matching signature");
    expect(delivery?.nextAttempt).toBeNull();
  });

  it("is sent again with the same id and a new signature until it is taken, at longer and longer intervals", async () => {
    receiver.answer = (_request, response) => void response.writeHead(500).end("not now\0");
    const secret = newSecret();
    const id = await register(undefined, secret);
    await makeWork(database(), "a");
    await worker.start();
    const first = await whenDelivery(id, { status: "PENDING", attempts: 1, responseStatus: 500, responseBody: "not now\ufffd" });
    const secondsLeft = (Date.parse(first?.nextAttempt as string) - Date.parse(first?.lastAttempt as string)) / 1000;
    expect(secondsLeft).toBeGreaterThan(13);
    expect(secondsLeft).toBeLessThan(17);
    receiver.answer = answer;
    await hasten();
    await whenDelivery(id, { status: "SUCCEEDED", attempts: 2 });
    const [one, two] = receiver.received as [Received, Received];
    expect(two.headers["webhook-id"]).toBe(one.headers["webhook-id"]);
    new Webhook(secret).verify(two.text, two.headers);
  });

  it("is given up after a day of attempts, and is sent anew when an operator wants it", async () => {
    receiver.answer = (_request, response) => void response.writeHead(302, { location: receiver.url("/elsewhere") }).end();
    const id = await register();
    await makeWork(database(), "a");
    await database().prisma.webhookDelivery.updateMany({ data: { attempts: 12 } });
    await worker.start();
    const failed = await whenDelivery(id, { status: "FAILED", attempts: 13, responseStatus: 302 });
    expect(receiver.received.map(({ path }) => path)).toEqual(["/"]);
    receiver.answer = answer;
    await query(redeliverWebhook, { messageId: failed?.messageId as string });
    await whenDelivery(id, { status: "SUCCEEDED", attempts: 1, responseStatus: 200, messageId: failed?.messageId });
  });

  it("that is answered 101 has been answered, and holds up neither the next ones nor the worker's stop", async () => {
    receiver.answer = ({ socket }) => void socket.write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n");
    const id = await register();
    await makeWork(database(), "a");
    await worker.start();
    await whenDelivery(id, { status: "PENDING", attempts: 1, responseStatus: 101, error: null });
    receiver.answer = answer;
    await hasten();
    await whenDelivery(id, { status: "SUCCEEDED", attempts: 2 });
  });

  it("whose connection is closed without an answer is sent again", async () => {
    receiver.answer = ({ socket }) => void socket.end();
    const id = await register();
    await makeWork(database(), "a");
    await worker.start();
    await whenDelivery(id, { status: "PENDING", attempts: 1, responseStatus: null, error: expect.any(String) });
  });

  it("that is answered 410 is given up, and its webhook is told nothing more until it is made active again", async () => {
    receiver.answer = (_request, response) => void response.writeHead(410).end();
    const id = await register();
    await makeWork(database(), "a");
    await worker.start();
    await whenDelivery(id, { status: "FAILED", attempts: 1, responseStatus: 410 });
    const { webhook } = await query(webhookWithDeliveries, { id });
    expect(webhook).toMatchObject({ isActive: false, disabledReason: "Its receiver has answered 410 Gone" });
    await makeWork(database(), "b");
    expect(await deliveries(id)).toHaveLength(1);
    const { updateWebhook: updated } = await query(updateWebhook, { id, input: { isActive: true } });
    expect(updated.webhook).toMatchObject({ isActive: true, disabledReason: null });
  });

  it("is signed by both secrets while a new one is introduced, and by the new one alone later", async () => {
    const old = newSecret();
    const id = await register(undefined, old);
    const { secret } = (await query(rotateWebhookSecret, { id })).rotateWebhookSecret;
    await makeWork(database(), "a");
    await worker.start();
    await whenDelivery(id, { status: "SUCCEEDED" });
    const [both] = receiver.received as [Received];
    for (const one of [old, secret as string]) new Webhook(one).verify(both.text, both.headers);
    await database().prisma.webhook.update({ where: { id }, data: { previousSecretUntil: new Date(0) } });
    await makeWork(database(), "b");
    await expect.poll(() => receiver.received.length, soon).toBe(2);
    const [, later] = receiver.received as [Received, Received];
    expect(later.headers["webhook-signature"]).not.toContain(" ");
    new Webhook(secret as string).verify(later.text, later.headers);
  });

  it("is sent by another worker if its own is stopped meanwhile, even in the last attempt", async () => {
    let hangs = true;
    receiver.answer = (request, response) => void (hangs ? undefined : answer(request, response));
    const id = await register();
    await makeWork(database(), "a");
    await database().prisma.webhookDelivery.updateMany({ data: { attempts: 12 } });
    await worker.start();
    await expect.poll(() => receiver.received.length, soon).toBe(1);
    hangs = false;
    await worker.stop();
    await whenDelivery(id, { status: "PENDING", attempts: 13, error: null });
    await hasten();
    await worker.start();
    await whenDelivery(id, { status: "SUCCEEDED", attempts: 14 });
  });

  it("waits for no other webhook, however slow its receiver is", async () => {
    receiver.answer = (request, response) => void (request.url === "/slow" ? undefined : answer(request, response));
    const slow = await register(receiver.url("/slow"));
    for (let i = 0; i < 10; i++) await makeWork(database(), "a");
    const quick = await register();
    await makeWork(database(), "a");
    await worker.start();
    await whenDelivery(quick, { status: "SUCCEEDED" });
    expect(await deliveries(slow)).toHaveLength(11);
    expect(receiver.received.filter(({ path }) => path === "/slow")).toHaveLength(8);
  });

  it("is not read on beyond the first KiB of its answer", async () => {
    let isCut = false;
    receiver.answer = (_request, response) => {
      const write = () => response.writable && response.write("x".repeat(65_536)) && setImmediate(write);
      response.on("drain", write).on("close", () => {
        isCut = true;
      });
      write();
    };
    const id = await register();
    await makeWork(database(), "a");
    await worker.start();
    await whenDelivery(id, { status: "SUCCEEDED", responseBody: "x".repeat(1024) });
    await expect.poll(() => isCut, soon).toBe(true);
  });
});

describe("An address that is not public", () => {
  const strict = useWorker(database);
  afterEach(() => strict.stop());

  it("gets no message, also where a name leads to it, or an encrypted URL", async () => {
    let connections = 0;
    const server = createServer().on("connection", () => connections++);
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    const ids = [];
    for (const url of [`https://localhost:${port}/`, `http://127.0.0.1:${port}/`, `https://[::1]:${port}/`]) ids.push(await register(url));
    await makeWork(database(), "a");
    await strict.start();
    for (const id of ids) {
      await whenDelivery(id, { status: "PENDING", attempts: 1, error: expect.stringContaining("is no address that webhooks may lead to") });
    }
    expect(connections).toBe(0);
    server.close();
  });
});
