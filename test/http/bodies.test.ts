import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { send, useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";

const app = useApp(useDatabase());
const bodies = {
  "/batches/": { definition: {} },
  "/api/v4/batches/validation/": { definition: {} },
  "/graphql": { query: "{ __typename }" },
};

describe.each(Object.entries(bodies))("A body for %s", (url, body) => {
  const sendAs = (payload: Buffer, encoding: string) =>
    send(app(), { method: "POST", url, payload, headers: { "content-type": "application/json", "content-encoding": encoding } });
  const plain = Buffer.from(JSON.stringify(body));

  it.each([
    ["gzip", gzipSync(plain)],
    ["GZIP", gzipSync(plain)],
    ["deflate", deflateSync(plain)],
    ["br", brotliCompressSync(plain)],
    ["identity, gzip", gzipSync(plain)],
    ["gzip", gzipSync(Buffer.alloc(100_000_000))],
    ["gzip", plain],
  ])("is refused where it is compressed: %s", async (encoding, payload) => {
    const { status, headers, body: answer } = await sendAs(payload, encoding);
    expect({ status, accepted: headers["accept-encoding"] }).toEqual({ status: 415, accepted: "identity" });
    expect(answer.detail).toBe("The body must not be compressed: its Content-Encoding can only be identity");
  });

  it.each(["identity", "Identity", ""])("may say that it is not compressed: %j", async (encoding) => {
    expect((await sendAs(plain, encoding)).status).toBe(url === "/graphql" ? 200 : 400);
  });
});
