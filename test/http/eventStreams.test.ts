import { once } from "node:events";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { buildApp } from "../../src/http/buildApp.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";

const database = useDatabase();

describe("A watched event stream", () => {
  it("whose caller leaves, and one that ends, are nothing that the log complains of", async () => {
    const lines: { level: number; msg: string }[] = [];
    const log = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) });
    const app = await buildApp({ database: database(), config: { trustedProxies: [] }, log });
    const address = await listen(app);
    const batch = await submit(database(), await makeType(database(), "parse"));
    const query = `subscription { batchProgress(id: ${batch}) { status } }`;
    const watch = () => fetch(`${address}/graphql?query=${encodeURIComponent(query)}`, { headers: { accept: "text/event-stream" } });

    const asked = once(app.server, "request");
    const left = await watch();
    const [, response] = await asked;
    const gone = once(response, "close");
    await left.body?.cancel();
    await gone;

    const ended = await watch();
    await database().prisma.batch.update({ where: { id: batch }, data: { status: "CANCELED" } });
    expect(await ended.text()).toMatch(/event: next\ndata: .*CANCELED.*\n\nevent: complete/);
    await app.close();
    expect(lines.filter(({ level }) => level > 30)).toEqual([]);
  });

  it("is found by no token that a caller makes up", async () => {
    const app = await buildApp({ database: database(), config: { trustedProxies: [] } });
    const headers = { accept: "text/event-stream" };
    const { statusCode, payload } = await app.inject({ url: "/graphql?query={__typename}&token=__proto__", headers });
    expect([statusCode, payload]).toEqual([200, expect.stringContaining('{"data":{"__typename":"Query"}}')]);
    await app.close();
  });
});
