import { EventEmitter, once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { expect, it } from "vitest";
import { buildApp } from "../../src/http/buildApp.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();

/** A connection that is kept alive for as long as the app lets it. */
function openConnection(port: number) {
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  return {
    ended: once(socket, "close"),
    /** @returns the next that comes back, head and body */
    ask: async (path: string): Promise<string> => {
      const [answer] = await Promise.all([once(socket, "data"), socket.write(`GET ${path} HTTP/1.1\r\nHost: gateway\r\n\r\n`)]);
      return answer[0];
    },
  };
}

it("While the app closes, what is in hand is answered, and what still comes is refused with 503 in the form of other errors", async () => {
  const app = await buildApp({ database: database(), config: { trustedProxies: [] } });
  const slow = new EventEmitter();
  app.get("/slow/", async () => {
    slow.emit("in hand");
    await once(slow, "go on");
    return { done: true };
  });
  // Whatever else has to end first: meanwhile, connections are open.
  app.addHook("preClose", async () => void (await once(slow, "go on")));
  await app.listen({ port: 0, host: "127.0.0.1" });

  const { port } = app.server.address() as AddressInfo;
  const [one, other] = [openConnection(port), openConnection(port)];
  expect(await other.ask("/healthz")).toMatch(/^HTTP\/1.1 200 OK\r\n.*\r\nconnection: keep-alive\r\n/is);
  const inHand = once(slow, "in hand");
  const first = one.ask("/slow/");
  await inHand;
  const closed = app.close();
  const second = await other.ask("/batches/");
  expect(second).toMatch(/^HTTP\/1.1 503 Service Unavailable\r\n.*\{"detail":"The gateway is stopping"\}$/s);
  expect(second).toMatch(/\r\ncontent-type: application\/json; charset=utf-8\r\n/);
  slow.emit("go on");
  expect(await first).toMatch(/^HTTP\/1.1 200 OK\r\n.*\{"done":true\}$/s);
  // A connection that was kept would keep the app from closing until its time is up, after 72 s.
  for (const answer of [await first, second]) expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  await Promise.all([closed, one.ended, other.ended]);
});

it("A connection on which no request has come does not keep the app from closing", async () => {
  const app = await buildApp({ database: database(), config: { trustedProxies: [] } });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const accepted = once(app.server, "connection");
  const { ended } = openConnection((app.server.address() as AddressInfo).port);
  await accepted;
  // Node would keep it for a minute.
  await app.close();
  await ended;
}, 30_000);
