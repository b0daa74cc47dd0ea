import { Type } from "typebox";
import { createBatch } from "../domain/batch/create/createBatch.js";
import { validateBatch } from "../domain/batch/create/validateBatch.js";
import { findBatch } from "../domain/batch/read/findBatches.js";
import { findBatchPage } from "../domain/batch/read/findBatchPage.js";
import { refuse } from "../domain/errors.js";
import { maxRequest } from "../domain/textLimits.js";
import { existing, idInPath, idParameter, pageJson } from "./answer.js";
import { batchBody, takeFieldsOfQuery } from "./batchBody.js";
import { batchQuery } from "./batchQuery.js";
import { fromRow } from "./fromRow.js";
import { origin, pathOf } from "./pageLinks.js";
import { asGiven } from "./reading.js";
import { detailsResponses, error, listResponses, onEveryRequest, response } from "./responses.js";
import { route } from "./route.js";
import { Batch, BatchList, BatchSummary, BatchValidation } from "./schemas/batchSchemas.js";

/** REST knows the two states of Scale. For its callers, a batch that is not CREATED is on its way there. */
const converts = { status: (status: string): string => (status === "CREATED" ? "CREATED" : "SUBMITTED") };
const batchSummary = fromRow(BatchSummary, converts);
const batchDetails = fromRow(Batch, converts);

const tags = ["Batches"];
const onBodies = {
  400: error("The body is not valid JSON, or not a valid batch: each wrong field is named."),
  413: error(`The body is larger than ${maxRequest}.`),
  415: error("The body is not application/json."),
};

const listBatches = route({
  method: "GET",
  url: "/batches/",
  schema: {
    tags,
    operationId: "listBatches",
    summary: "Returns a list of all batches",
    querystring: batchQuery,
    response: listResponses(BatchList),
  },
  handler: async (request) => {
    const { filter, order, ...page } = request.query;
    const found = await findBatchPage(request.db, batchSummary.columns, filter, order, page);
    return pageJson(request, request.query, found, batchSummary.make);
  },
});

const idempotencyKey = Type.String({
  minLength: 1,
  maxLength: 255,
  description: "The same key with the same input creates one batch only; each answer is 201 with that batch as it is now.",
});

const create = route({
  method: "POST",
  url: "/batches/",
  schema: {
    tags,
    operationId: "createBatch",
    summary: "Creates a new batch with an associated definition",
    headers: asGiven<{ readonly "idempotency-key"?: string }>(Type.Object({ "Idempotency-Key": Type.Optional(idempotencyKey) })),
    body: batchBody,
    response: {
      201: {
        ...response("The batch is created, and waits for its creator job.", Batch),
        headers: { Location: { description: "The URL of its details.", schema: { type: "string", format: "uri" } } },
      },
      ...onBodies,
      422: error("The idempotency key came with another input before."),
      ...onEveryRequest,
    },
  },
  preValidation: takeFieldsOfQuery,
  handler: async (request, reply) => {
    const idempotencyKey = request.headers["idempotency-key"]?.toString() ?? null;
    const { id } = await createBatch(request.db, request.actor, request.body, {
      idempotencyKey,
      maxRecipes: request.server.maxRecipesPerBatch,
    });
    reply.code(201).header("location", `${origin(request)}${pathOf(request)}${id}/`);
    return batchDetails.make(await existing("batch", String(id), (known) => findBatch(request.db, batchDetails.columns, known)));
  },
});

const validate = route({
  method: "POST",
  url: "/batches/validation/",
  schema: {
    tags,
    operationId: "validateBatch",
    summary: "Validates a new batch without actually creating it",
    body: batchBody,
    response: { 200: response("The batch may be created.", BatchValidation), ...onBodies, ...onEveryRequest },
  },
  preValidation: takeFieldsOfQuery,
  handler: async (request) => {
    const { problems, recipeCount, fileCount, warnings } = await validateBatch(request.db, request.body, {
      withFiles: true,
      maxRecipes: request.server.maxRecipesPerBatch,
    });
    refuse(problems);
    return { recipe_count: recipeCount as number, file_count: fileCount as number, warnings: [...warnings] };
  },
});

const getBatch = route({
  method: "GET",
  url: `/batches/${idInPath}/`,
  schema: {
    tags,
    operationId: "getBatch",
    summary: "Returns batch details",
    params: idParameter,
    response: detailsResponses("batch", Batch),
  },
  handler: async ({ params, db }) => batchDetails.make(await existing("batch", params.id, (id) => findBatch(db, batchDetails.columns, id))),
});

/** The documented *Batch Services*. */
export const batchRoutes = [listBatches, create, validate, getBatch];
