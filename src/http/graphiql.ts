import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const defaultQuery = `# The batch gateway. Put the cursor into an operation and press Ctrl-Enter, or use the button and choose one.

# 1. What is there? The recipe types, and the latest batches.
query Overview {
  recipeTypes(first: 10) {
    totalCount
    nodes { databaseId name version revisionNum }
  }
  batches(last: 5, orderBy: [{ field: ID }]) {
    totalCount
    nodes { databaseId title status createdCount failedCount totalCount progress { percent } }
  }
}

# 2. What would a batch do? Nothing is created.
mutation Validate {
  validateBatch(input: {
    recipeTypeId: "1"
    definition: { dateRange: { started: "2016-01-01T00:00:00Z", ended: "2017-01-01T00:00:00Z" }, allJobs: true }
  }) {
    valid
    recipeCount
    errors { code path message }
    warnings { id details }
    plan { revisionNum recipeCount canReprocess reason jobs { jobName action } }
  }
}

# 3. Create it: the recipes are made in the background.
mutation Create {
  createBatch(input: {
    recipeTypeId: "1"
    title: "All of 2016 again"
    definition: { dateRange: { started: "2016-01-01T00:00:00Z", ended: "2017-01-01T00:00:00Z" }, allJobs: true }
  }) {
    batch { databaseId status }
    errors { code path message }
  }
}

# 4. Watch it.
subscription Progress {
  batchProgress(id: "1") { status percent created failed total }
}

# 5. How far is it? And what failed, and why?
query Watch {
  batch(id: "1") {
    title
    status
    progress { total created failed percent jobs { queued pending running completed total } }
    recipes(first: 5, outcome: [FAILED]) { totalCount nodes { supersededRecipe { databaseId } failure { code message } } }
  }
}
`;

interface Page {
  readonly gzipped: Buffer;
  readonly etag: string;
  readonly policy: string;
}

/** The page loads nothing but from here, runs no script but its own, and is shown in no frame. Its editor sets styles in its elements. */
const policyOf = (hashes: string): string =>
  [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src data:",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "img-src data:",
    `script-src ${hashes}`,
    "style-src 'unsafe-inline'",
    "worker-src blob:",
  ].join("; ");

let page: Promise<Page> | undefined;

/** Prints a line with the hashes of the page's scripts, then the page. The options come as an argument, because the script is a text. */
const script = `
  import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
  import { createHash } from "node:crypto";
  import { gzipSync } from "node:zlib";
  const html = renderGraphiQL(JSON.parse(process.argv[1])).trim();
  const hash = ([, script]) => "'sha256-" + createHash("sha256").update(script).digest("base64") + "'";
  const hashes = [...html.matchAll(/<script>(.*?)<.script>/gs)].map(hash);
  process.stdout.write(Buffer.concat([Buffer.from(hashes.join(" ") + "\\n"), gzipSync(html)]));
`;

/**
 * One page with everything in it, 9 MB: made once, compressed, and kept by browsers. In a process of its own, because its source
 * would stay in this one's heap for ever, 35 MB that every garbage collection goes through.
 */
async function makePage(): Promise<Page> {
  const options = { title: "Batch gateway", endpoint: "/graphql", subscriptionsProtocol: "WS", defaultQuery };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script, JSON.stringify(options)], {
    encoding: "buffer",
    maxBuffer: 64 * 1024 * 1024,
    cwd: fileURLToPath(new URL(".", import.meta.url)),
  });
  const end = stdout.indexOf("\n");
  const gzipped = stdout.subarray(end + 1);
  const etag = `"${createHash("sha256").update(gzipped).digest("base64url")}"`;
  return { gzipped, etag, policy: policyOf(stdout.toString("latin1", 0, end)) };
}

/**
 * Answers with GraphiQL. It asks no outside host for anything. It writes what stands in its editor into the page's address, as
 * `query`, so that a reload or a link shows it again.
 */
export async function sendGraphiql(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  page ??= makePage();
  page.catch(() => {
    page = undefined;
  });
  const { gzipped, etag, policy } = await page;
  reply.headers({ etag, "content-security-policy": policy, vary: "Accept, Accept-Encoding", "cache-control": "no-cache" });
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  reply.type("text/html; charset=utf-8");
  const takesGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  return takesGzip ? reply.header("content-encoding", "gzip").send(gzipped) : reply.send(await promisify(gunzip)(gzipped));
}
