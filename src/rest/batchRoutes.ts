import type { FastifyInstance } from "fastify";
import type { Db } from "../db/database.js";
import { createBatch } from "../domain/batch/create/createBatch.js";
import { validateBatch } from "../domain/batch/create/validateBatch.js";
import { refuse } from "../domain/errors.js";
import { addSlashes, existing, idInPath, sendJson, sendPage } from "./answer.js";
import { readBatchBody } from "./batchBody.js";
import { batchDetails } from "./batchDetails.js";
import { batchList } from "./batchList.js";
import { readBatchQuery } from "./batchQuery.js";
import { origin, pathOf } from "./pageLinks.js";
import type { QueryParameters } from "./queryParameters.js";

/** The documented *Batch Services*. */
export function batchRoutes(app: FastifyInstance): void {
  const details = (db: Db, id: string) => existing("batch", id, (known) => batchDetails(db, known));

  // Batch List
  app.get<{ Querystring: QueryParameters }>("/batches/", async (request, reply) => {
    const query = readBatchQuery(request.query, new Date());
    return sendPage(request, reply, await batchList(request.db, query));
  });

  // Create Batch
  app.post("/batches/", async (request, reply) => {
    const idempotencyKey = request.headers["idempotency-key"]?.toString() ?? null;
    const { id } = await createBatch(request.db, request.actor, readBatchBody(request), { idempotencyKey });
    reply.code(201).header("location", `${origin(request)}${pathOf(request)}${id}/`);
    return sendJson(reply, await details(request.db, String(id)));
  });

  // Validate Batch
  app.post("/batches/validation/", async (request) => {
    const { problems, recipeCount, fileCount, warnings } = await validateBatch(request.db, readBatchBody(request), { withFiles: true });
    refuse(problems);
    return { recipe_count: recipeCount, file_count: fileCount, warnings };
  });

  // Batch Details
  app.get<{ Params: { id: string } }>(`/batches/${idInPath}/`, async (request, reply) =>
    sendJson(reply, await details(request.db, request.params.id)),
  );

  addSlashes(app, ["/batches", "/batches/validation", `/batches/${idInPath}`]);
}
