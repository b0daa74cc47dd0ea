import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import { pagePolicy } from "./pagePolicy.js";

const style = `
  body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #222; background: #fff; }
  code, pre { background: #f2f2f2; border-radius: 4px; padding: 0.1em 0.3em; }
  pre { padding: 0.6em 0.8em; overflow-x: auto; }
  a { color: #0b5394; }
`;

/** The page loads nothing, runs nothing, and is shown in no frame. The empty icon keeps browsers from asking for one. */
const contentSecurityPolicy = pagePolicy({
  imgSrc: ["data:"],
  styleSrc: [`'sha256-${createHash("sha256").update(style).digest("base64")}'`],
});

/** Whether a request is a browser's, which wants to see a page: it takes HTML rather than JSON. Programs do not. */
export const wantsPage = ({ method, headers }: Pick<FastifyRequest, "method" | "headers">): boolean =>
  (method === "GET" || method === "HEAD") && new Negotiator({ headers }).mediaType(["application/json", "text/html"]) === "text/html";

/** Answers with a small page of the gateway's own. @param body HTML */
export function sendHtml(reply: FastifyReply, title: string, body: string): FastifyReply {
  reply.helmet({ contentSecurityPolicy });
  return reply
    .headers({ "cache-control": "no-cache", vary: "Accept" })
    .type("text/html; charset=utf-8")
    .send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`);
}
