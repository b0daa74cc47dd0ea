import { defaultPageSize, maxPageSize } from "../domain/page.js";
import { batchOrderNames } from "./batchOrderNames.js";
import { ref, type Schema, schemas } from "./openapiSchemas.js";

const content = (schema: string) => ({ "application/json": { schema: ref(schema) } });

const query = (name: string, description: string, schema: Schema) => ({
  in: "query",
  name,
  description,
  schema,
});
/** A parameter that may come several times. */
const repeated = (name: string, description: string, items: Schema) => ({
  ...query(name, `${description} Duplicate it for several values.`, { type: "array", items }),
  style: "form",
  explode: true,
});
const bound = (description: string): Schema => ({
  type: "string",
  description,
  examples: ["2015-01-01T00:00:00Z", "PT3H0M0S"],
});
const idInPath = { in: "path", name: "id", required: true, schema: ref("Id") };

const error = (description: string) => ({ description, content: content("Error") });
const notFound = { 404: error("There is no such page or batch.") };
const onEveryRequest = {
  406: error("The Accept header excludes application/json."),
  500: error("A fault, under an id that the log has too."),
};
const onBodies = {
  400: error("The body is not valid JSON, or not a valid batch: each wrong field is named."),
  413: error("The body is larger than 1 MiB."),
  415: error("The body is not application/json."),
};

const requestBody = { required: true, content: content("BatchInput") };
const tags = ["Batches"];

const redirect = (parameters: readonly object[] = []) => ({
  get: {
    tags: ["Redirects"],
    summary: "Leads to the path with a slash at its end",
    parameters,
    responses: {
      301: {
        description: "Moved.",
        headers: { Location: { description: "The path with a slash; the query is kept.", schema: { type: "string" } } },
      },
      406: onEveryRequest[406],
    },
  },
});

/** The description of the REST door: OpenAPI 3.1. What it says is checked against real answers. */
export const openapi = {
  openapi: "3.1.0",
  info: {
    title: "Batch Services",
    version: "4",
    description: `These services provide access to information about registered batch re-processing requests.

Where GET is described, HEAD works too. OPTIONS answers 200 with \`Allow\`; any other method answers 405 with \`Allow\`.
Every error is \`{"detail": "…"}\`. Times are ISO-8601 in UTC with milliseconds.`,
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  servers: [{ url: "/" }, { url: "/v4" }, { url: "/api/v4" }],
  tags: [{ name: "Batches" }, { name: "Redirects", description: "Paths end in a slash." }],
  paths: {
    "/batches/": {
      get: {
        tags,
        operationId: "listBatches",
        summary: "Returns a list of all batches",
        parameters: [
          query("page", 'The page of the results to return, from 1; "last" is the last one.', {
            oneOf: [{ type: "integer", minimum: 1 }, { const: "last" }],
            default: 1,
          }),
          query("page_size", `The size of a page. What is larger than ${maxPageSize} is taken as ${maxPageSize}.`, {
            type: "integer",
            minimum: 1,
            maximum: maxPageSize,
            default: defaultPageSize,
          }),
          query(
            "started",
            "The start of the time range of last_modified, inclusive.",
            bound("A time with a zone, or how long before now."),
          ),
          query("ended", "The end of the time range of last_modified, inclusive. Defaults to now.", bound("As in started.")),
          repeated("order", "Fields to order the results by; a dash before a name reverses. Then by id.", {
            type: "string",
            enum: Object.keys(batchOrderNames).flatMap((name) => [name, `-${name}`]),
          }),
          repeated("status", "Return only batches with this status. One that is none of the choices matches nothing.", {
            type: "string",
            enum: ["SUBMITTED", "CREATED"],
          }),
          repeated("recipe_type_id", "Return only batches with this recipe type.", { type: "integer" }),
          repeated("recipe_type_name", "Return only batches with a recipe type of this name.", { type: "string" }),
        ],
        responses: {
          200: { description: "A page of the list.", content: content("BatchList") },
          400: error("A parameter is wrong. It is named."),
          ...notFound,
          ...onEveryRequest,
        },
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
        responses: { 200: { description: "The batch.", content: content("Batch") }, ...notFound, ...onEveryRequest },
      },
    },
    "/batches": redirect(),
    "/batches/validation": redirect(),
    "/batches/{id}": redirect([idInPath]),
  },
  components: { schemas },
};
