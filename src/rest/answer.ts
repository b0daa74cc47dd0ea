import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { notFound } from "../domain/errors.js";
import { isId } from "./integers.js";
import type { ListPage } from "./listPage.js";
import { invalidPage } from "./listQuery.js";
import { pageLinks, pathOf } from "./pageLinks.js";
import { lastOf, type QueryParameters } from "./queryParameters.js";

/** The part of a path that is an object's id: digits only. */
export const idInPath = ":id(^\\d+$)";

export const sendJson = (reply: FastifyReply, text: string): FastifyReply => reply.type("application/json; charset=utf-8").send(text);

/** Answers with a page of a list. @throws {DomainError} NOT_FOUND where there is none */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: ListPage | null): FastifyReply {
  if (!page) throw invalidPage(String(lastOf(request.query as QueryParameters, "page")), "there are no results on it");
  const { next, previous } = pageLinks(request, page);
  const links = `"next":${JSON.stringify(next)},"previous":${JSON.stringify(previous)}`;
  return sendJson(reply, `{"count":${page.count},${links},"results":${page.results}}`);
}

/**
 * Reads the JSON of an object by its id.
 * @param what the kind of the object
 * @param asked digits, and perhaps more of them than an id has
 * @throws {DomainError} NOT_FOUND where there is none
 */
export async function existing(what: string, asked: string, read: (id: number) => Promise<string | null>): Promise<string> {
  const id = Number(asked);
  const text = isId(id) ? await read(id) : null;
  if (text === null) throw notFound(what, asked);
  return text;
}

/**
 * Paths end in a slash, and Scale's callers are used to being led there by 301, with whatever method they ask. The method may change on the
 * way: most clients follow a POST with a GET.
 */
export function addSlashes(app: FastifyInstance, paths: readonly string[]): void {
  const method = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  // Before the body is read: it is not looked at.
  for (const url of paths) app.route({ method, url, onRequest: async (request, reply) => addSlash(request, reply), handler: addSlash });
}

function addSlash(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = pathOf(request);
  return reply.redirect(`${path}/${request.url.slice(path.length)}`, 301);
}
