import { batchPaths } from "./openapi/batchPaths.js";
import { batchSchemas } from "./openapi/batchSchemas.js";
import { cataloguePaths } from "./openapi/cataloguePaths.js";
import { commonSchemas } from "./openapi/commonSchemas.js";
import { jobSchemas } from "./openapi/jobSchemas.js";
import { idInPath } from "./openapi/parameters.js";
import { recipeTypeSchemas } from "./openapi/recipeTypeSchemas.js";
import { redirect } from "./openapi/responses.js";

/** The description of the REST door: OpenAPI 3.1. What it says is checked against real answers. */
export const openapi = {
  openapi: "3.1.0",
  info: {
    title: "Batch Services",
    version: "4",
    description: `These services provide access to information about registered batch re-processing requests, and about the recipe
types and jobs that they refer to.

Where GET is described, HEAD works too. OPTIONS answers 200 with \`Allow\`; any other method answers 405 with \`Allow\`.
Every error is \`{"detail": "…"}\`. Times are ISO-8601 in UTC with milliseconds.`,
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  servers: [{ url: "/" }, { url: "/v4" }, { url: "/api/v4" }],
  tags: [
    { name: "Batches" },
    { name: "Recipe types", description: "To be read only." },
    { name: "Jobs", description: "To be read only." },
    { name: "Redirects", description: "Paths end in a slash." },
  ],
  paths: {
    ...batchPaths,
    ...cataloguePaths,
    "/batches": redirect(),
    "/batches/validation": redirect(),
    "/batches/{id}": redirect([idInPath]),
    "/recipe-types": redirect(),
    "/recipe-types/{id}": redirect([idInPath]),
    "/jobs/{id}": redirect([idInPath]),
  },
  components: { schemas: { ...commonSchemas, ...recipeTypeSchemas, ...jobSchemas, ...batchSchemas } },
};
