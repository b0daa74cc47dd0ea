import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Database } from "../db/database.js";
import { createBatch } from "../domain/batch/createBatch.js";
import { validateBatch } from "../domain/batch/validateBatch.js";
import { notFound, refuse } from "../domain/errors.js";
import { acceptJson } from "./acceptJson.js";
import { readBatchBody } from "./batchBody.js";
import { batchDetails } from "./batchDetails.js";
import { batchList } from "./batchList.js";
import { invalidPage, readBatchQuery } from "./batchQuery.js";
import { isId } from "./id.js";
import { origin, pageLinks, pathOf } from "./pageLinks.js";
import type { QueryParameters } from "./queryParameters.js";

/** Opens the REST door: the documented *Batch Services* under a prefix. */
export async function restDoor(app: FastifyInstance, { database }: { database: Database }): Promise<void> {
  app.addHook("onRequest", acceptJson);

  // Batch List
  app.get<{ Querystring: QueryParameters }>("/batches/", async (request, reply) => {
    const query = readBatchQuery(request.query, new Date());
    const page = await batchList(database, query);
    if (!page) throw invalidPage(String(query.page), "there are no results on it");
    const { next, previous } = pageLinks(request, page);
    const links = `"next":${JSON.stringify(next)},"previous":${JSON.stringify(previous)}`;
    return sendJson(reply, `{"count":${page.count},${links},"results":${page.results}}`);
  });

  // Create Batch
  app.post("/batches/", async (request, reply) => {
    const idempotencyKey = request.headers["idempotency-key"]?.toString() ?? null;
    const { id } = await createBatch(database, request.actor, readBatchBody(request.body), { idempotencyKey });
    reply.code(201).header("location", `${origin(request)}${pathOf(request)}${id}/`);
    return sendJson(reply, await existingDetails(database, id));
  });

  // Validate Batch
  app.post("/batches/validation/", async (request) => {
    const { problems, recipeCount, warnings } = await validateBatch(database, readBatchBody(request.body));
    refuse(problems);
    return { recipe_count: recipeCount, warnings };
  });

  // Batch Details
  app.get<{ Params: { id: string } }>("/batches/:id(^\\d+$)/", async (request, reply) =>
    sendJson(reply, await existingDetails(database, Number(request.params.id))),
  );

  // Paths end in a slash; Scale's callers are used to being led there.
  for (const path of ["/batches", "/batches/validation", "/batches/:id(^\\d+$)"]) app.get(path, addSlash);
}

async function existingDetails(database: Database, id: number): Promise<string> {
  const details = isId(id) ? await batchDetails(database, id) : null;
  if (details === null) throw notFound("batch", id);
  return details;
}

const addSlash = (request: FastifyRequest, reply: FastifyReply) => {
  const path = pathOf(request);
  return reply.redirect(`${path}/${request.url.slice(path.length)}`, 301);
};

const sendJson = (reply: FastifyReply, text: string): FastifyReply => reply.type("application/json; charset=utf-8").send(text);
