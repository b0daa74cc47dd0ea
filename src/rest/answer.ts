import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { notFound } from "../domain/errors.js";
import type { NumberedPage } from "../domain/page.js";
import { isId } from "../domain/storable.js";
import { invalidPage, type ListQuery } from "./listQuery.js";
import { pageLinks, pathOf } from "./pageLinks.js";
import { asGiven } from "./reading.js";
import { Id } from "./schemas/commonSchemas.js";

/** The part of a path that is an object's id: digits only, and perhaps more of them than an id has. */
export const idInPath = ":id(^\\d+$)";
export const idParameter = asGiven<{ readonly id: string }>(Type.Object({ id: Id }));

export function pageJson<Row, Item>(
  request: FastifyRequest,
  { pageSize, askedPage }: ListQuery<unknown>,
  found: NumberedPage<Row> | null,
  toItem: (row: Row) => Item,
) {
  if (!found) throw invalidPage(askedPage, "there are no results on it");
  const { count, page, rows } = found;
  return { count, ...pageLinks(request, { count, page, pageSize }), results: rows.map(toItem) };
}

/**
 * Finds an object by its id.
 * @param what the kind of the object
 * @param asked digits
 * @throws {DomainError} NOT_FOUND where there is none
 */
export async function existing<Found>(what: string, asked: string, find: (id: number) => Promise<Found | null>): Promise<Found> {
  const id = Number(asked);
  const found = isId(id) ? await find(id) : null;
  if (found === null) throw notFound(what, asked);
  return found;
}

/**
 * Paths end in a slash. Scale's callers are used to being led there by 301, whatever their method. The method may change on the way: most
 * clients follow a POST with a GET.
 */
export function addSlashes(app: FastifyInstance, paths: Iterable<string>): void {
  const method = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  // A request is led on before its body is read, because nobody looks at the body.
  for (const url of paths) app.route({ method, url, onRequest: async (request, reply) => addSlash(request, reply), handler: addSlash });
}

function addSlash(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = pathOf(request);
  return reply.redirect(`${path}/${request.url.slice(path.length)}`, 301);
}
