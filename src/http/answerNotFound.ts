import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { pagePolicy, wantsPage } from "./pages.js";

const style = `
  body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #222; background: #fff; }
  a { color: #0b5394; }
`;

/** The page loads nothing, runs nothing, and is shown in no frame. The empty icon keeps browsers from asking for one. */
const contentSecurityPolicy = pagePolicy({
  imgSrc: ["data:"],
  styleSrc: [`'sha256-${createHash("sha256").update(style).digest("base64")}'`],
});

const pageWith = (link: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not found</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<h1>Not found</h1>
<p>Nothing is at this address. ${link}</p>
</body>
</html>
`;

/**
 * Answers requests for paths that do not exist: a browser gets a page with a link to the first page, or where there is no console, to the
 * documentation; a program gets an error in the usual form.
 */
export function answerNotFound(hasConsole: boolean): (request: FastifyRequest, reply: FastifyReply) => void {
  const page = pageWith(
    hasConsole ? `<a href="/">To the batch gateway's first page</a>` : `<a href="/docs/">To the batch gateway's documentation</a>`,
  );
  return (request, reply) => {
    reply.code(404);
    if (!wantsPage(request)) return reply.send({ detail: "Not found" });
    reply.helmet({ contentSecurityPolicy });
    return reply.headers({ "cache-control": "no-cache", vary: "Accept" }).type("text/html; charset=utf-8").send(page);
  };
}
