import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import { pagePolicy } from "./pages.js";

/**
 * The page loads nothing from elsewhere, runs no script but its own, and is shown in no frame. Its editor sets styles in its elements, so
 * these are allowed.
 */
const policyOf = (hashes: string) =>
  pagePolicy({
    connectSrc: ["'self'"],
    fontSrc: ["data:"],
    imgSrc: ["data:"],
    scriptSrc: hashes.split(" "),
    styleSrc: ["'unsafe-inline'"],
    workerSrc: ["blob:"],
  });

let page: ReturnType<typeof readPage> | undefined;

/**
 * Reads the page that the build has made. It has everything in it: 9 MB, which are kept compressed. The first line of the file has the
 * hashes of the page's scripts.
 */
async function readPage() {
  const made = await readFile(new URL("../../src/http/generated/graphiql", import.meta.url));
  const end = made.indexOf("\n");
  const gzipped = made.subarray(end + 1);
  const etag = `"${createHash("sha256").update(gzipped).digest("base64url")}"`;
  return { gzipped, etag, policy: policyOf(made.toString("latin1", 0, end)) };
}

/**
 * Answers with GraphiQL. The page asks no outside host for anything. It writes the text of its editor into its own address, as `query`, so
 * that a reload or a link shows the text again.
 */
export async function sendGraphiql(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  page ??= readPage();
  const { gzipped, etag, policy } = await page;
  reply.helmet({ contentSecurityPolicy: policy });
  reply.headers({ etag, vary: "Accept, Accept-Encoding", "cache-control": "no-cache" });
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  reply.type("text/html; charset=utf-8");
  const takesGzip = new Negotiator(request).encoding(["gzip", "identity"]) === "gzip";
  return takesGzip ? reply.header("content-encoding", "gzip").send(gzipped) : reply.send(await promisify(gunzip)(gzipped));
}
