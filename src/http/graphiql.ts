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
}

let page: Promise<Page> | undefined;

/** Prints the page. The options come as an argument, because the script is a text. */
const script = `
  import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
  import { gzipSync } from "node:zlib";
  process.stdout.write(gzipSync(renderGraphiQL(JSON.parse(process.argv[1])).trim()));
`;

/**
 * One page with everything in it, 9 MB: made once, compressed, and kept by browsers. In a process of its own, because its source
 * would stay in this one's heap for ever, 35 MB that every garbage collection goes through.
 */
async function makePage(): Promise<Page> {
  const options = { title: "Batch gateway", endpoint: "/graphql", subscriptionsProtocol: "WS", defaultQuery };
  const { stdout: gzipped } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", script, JSON.stringify(options)],
    { encoding: "buffer", maxBuffer: 64 * 1024 * 1024, cwd: fileURLToPath(new URL(".", import.meta.url)) },
  );
  return { gzipped, etag: `"${createHash("sha256").update(gzipped).digest("base64url")}"` };
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
  const { gzipped, etag } = await page;
  reply.headers({ etag, vary: "Accept, Accept-Encoding", "cache-control": "no-cache" });
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  reply.type("text/html; charset=utf-8");
  const takesGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  return takesGzip ? reply.header("content-encoding", "gzip").send(gzipped) : reply.send(await promisify(gunzip)(gzipped));
}
