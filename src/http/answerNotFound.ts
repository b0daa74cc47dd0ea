import type { FastifyReply, FastifyRequest } from "fastify";
import { sendHtml, wantsPage } from "./sendHtml.js";

const bodyWith = (link: string) => `<h1>Not found</h1>
<p>Nothing is at this address. ${link}</p>`;

/**
 * Answers requests for paths that do not exist: a browser gets a page with a link to the first page, or where there is no console, to the
 * documentation; a program gets an error in the usual form.
 */
export function answerNotFound(hasConsole: boolean): (request: FastifyRequest, reply: FastifyReply) => void {
  const body = bodyWith(
    hasConsole ? `<a href="/">To the batch gateway's first page</a>` : `<a href="/docs/">To the batch gateway's documentation</a>`,
  );
  return (request, reply) => {
    reply.code(404);
    if (wantsPage(request)) sendHtml(reply, "Not found", body);
    else reply.send({ detail: "Not found" });
  };
}
