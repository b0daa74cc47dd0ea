import type { FastifyReply, FastifyRequest } from "fastify";
import { sendHtml, wantsPage } from "./sendHtml.js";

const body = `<h1>Not found</h1>
<p>Nothing is at this address. <a href="/">To the batch gateway's first page</a></p>`;

/**
 * Answers a request for a path that does not exist: a browser gets a page with a link to the first page, a program an error in the usual
 * form.
 */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): void {
  reply.code(404);
  if (wantsPage(request)) sendHtml(reply, "Not found", body);
  else reply.send({ detail: "Not found" });
}
