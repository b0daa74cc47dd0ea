import { batchOrderNames } from "../batchOrderNames.js";
import { idInPath, listParameters, repeated } from "./parameters.js";
import { content, detailsResponses, error, listResponses, onEveryRequest } from "./responses.js";

const tags = ["Batches"];
const requestBody = { required: true, content: content("BatchInput") };
const onBodies = {
  400: error("The body is not valid JSON, or not a valid batch: each wrong field is named."),
  413: error("The body is larger than 1 MiB."),
  415: error("The body is not application/json."),
};

export const batchPaths = {
  "/batches/": {
    get: {
      tags,
      operationId: "listBatches",
      summary: "Returns a list of all batches",
      parameters: [
        ...listParameters(
          Object.keys(batchOrderNames),
          " `creator_job__superseded_job__`, `creator_job__root_superseded_job__` and `creator_job__superseded_by_job__` lead to all that `creator_job__` leads to, and so on.",
        ),
        repeated("status", "Return only batches with this status. One that is none of the choices matches nothing.", {
          type: "string",
          enum: ["SUBMITTED", "CREATED"],
        }),
        repeated("recipe_type_id", "Return only batches with this recipe type.", { type: "integer" }),
        repeated("recipe_type_name", "Return only batches with a recipe type of this name.", { type: "string" }),
      ],
      responses: listResponses("BatchList"),
    },
    post: {
      tags,
      operationId: "createBatch",
      summary: "Creates a new batch with an associated definition",
      parameters: [
        {
          in: "header",
          name: "Idempotency-Key",
          description: "The same key with the same input creates one batch only; each answer is 201 with that batch as it is now.",
          schema: { type: "string", minLength: 1, maxLength: 255 },
        },
      ],
      requestBody,
      responses: {
        201: {
          description: "The batch is created, and waits for its creator job.",
          headers: { Location: { description: "The URL of its details.", schema: { type: "string", format: "uri" } } },
          content: content("Batch"),
        },
        ...onBodies,
        422: error("The idempotency key came with another input before."),
        ...onEveryRequest,
      },
    },
  },
  "/batches/validation/": {
    post: {
      tags,
      operationId: "validateBatch",
      summary: "Validates a new batch without actually creating it",
      requestBody,
      responses: {
        200: { description: "The batch may be created.", content: content("BatchValidation") },
        ...onBodies,
        ...onEveryRequest,
      },
    },
  },
  "/batches/{id}/": {
    get: {
      tags,
      operationId: "getBatch",
      summary: "Returns batch details",
      parameters: [idInPath],
      responses: detailsResponses("batch", "Batch"),
    },
  },
};
