import { EventEmitter, once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { expect, it } from "vitest";
import { buildApp } from "../../src/http/buildApp.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();

it("While the app closes, what is in hand is answered, and what still comes is refused with 503 in the form of other errors", async () => {
  const app = await buildApp({ database: database(), config: { trustedProxies: [] } });
  const slow = new EventEmitter();
  app.get("/slow/", async () => {
    slow.emit("in hand");
    await once(slow, "go on");
    return { done: true };
  });
  await app.listen({ port: 0, host: "127.0.0.1" });

  const socket = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
  const request = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: gateway\r\n\r\n`);
  let received = "";
  socket.setEncoding("utf8").on("data", (text: string) => {
    received += text;
  });
  const [inHand, ended] = [once(slow, "in hand"), once(socket, "close")];
  request("/slow/");
  await inHand;
  const closed = app.close();
  for (const path of ["/batches/", "/none/"]) request(path);
  setTimeout(() => slow.emit("go on"), 100);
  await Promise.all([closed, ended]);

  const [first, second] = received.split("HTTP/1.1 ").slice(1);
  expect(first).toMatch(/^200 OK\r\n.*\{"done":true\}$/s);
  expect(second).toMatch(/^503 Service Unavailable\r\n.*\{"detail":"The gateway is stopping"\}$/s);
  expect(second).toMatch(/\r\nconnection: close\r\n/i);
  expect(second).toMatch(/\r\ncontent-type: application\/json; charset=utf-8\r\n/);
});
