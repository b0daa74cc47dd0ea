import { findWholeJob } from "../domain/execution/findWholeJob.js";
import { findRecipeTypePage } from "../domain/recipe/findRecipeTypePage.js";
import { version } from "../domain/version.js";
import { existing, idInPath, idParameter, pageJson } from "./answer.js";
import { fileJson, jobJson } from "./jobJson.js";
import { recipeTypeDetails } from "./recipeTypeDetails.js";
import { recipeTypeQuery } from "./recipeTypeQuery.js";
import { detailsResponses, listResponses, onEveryRequest, response } from "./responses.js";
import { route } from "./route.js";
import { Version } from "./schemas/commonSchemas.js";
import { Job } from "./schemas/jobSchemas.js";
import { RecipeType, RecipeTypeDetails, RecipeTypeList } from "./schemas/recipeTypeSchemas.js";
import { toJson } from "./toJson.js";

const recipeTypeJson = toJson(RecipeType);

const listRecipeTypes = route({
  method: "GET",
  url: "/recipe-types/",
  schema: {
    tags: ["Recipe types"],
    operationId: "listRecipeTypes",
    summary: "Returns a list of all recipe types",
    querystring: recipeTypeQuery,
    response: listResponses(RecipeTypeList),
  },
  handler: async (request) => {
    const { filter, order, ...page } = request.query;
    const found = await findRecipeTypePage(request.db, filter, order, page);
    return pageJson(request, request.query, found, recipeTypeJson);
  },
});

const getRecipeType = route({
  method: "GET",
  url: `/recipe-types/${idInPath}/`,
  schema: {
    tags: ["Recipe types"],
    operationId: "getRecipeType",
    summary: "Returns recipe type details",
    params: idParameter,
    response: detailsResponses("recipe type", RecipeTypeDetails),
  },
  handler: async ({ params, db }) => existing("recipe type", params.id, (id) => recipeTypeDetails(db, id)),
});

const getJob = route({
  method: "GET",
  url: `/jobs/${idInPath}/`,
  schema: {
    tags: ["Jobs"],
    operationId: "getJob",
    summary: "Returns job details",
    params: idParameter,
    response: detailsResponses("job", Job),
  },
  handler: async ({ params, db }) => jobJson(await existing("job", params.id, (id) => findWholeJob(db, id, fileJson))),
});

// Scale's *Version*: its web client shows it on every page. It is the gateway's own version, not that of a Scale.
const getVersion = route({
  method: "GET",
  url: "/version/",
  schema: {
    tags: ["Version"],
    operationId: "getVersion",
    summary: "Returns the gateway's version",
    response: { 200: response("The version.", Version), 406: onEveryRequest[406], 421: onEveryRequest[421], 429: onEveryRequest[429] },
  },
  handler: async () => ({ version }),
});

/**
 * The read-only paths that the ids in a batch lead to, and the version. Of Scale's *Recipe Type Services* and *Job Services*, there is as
 * much as these ids need.
 */
export const catalogueRoutes = [listRecipeTypes, getRecipeType, getJob, getVersion];
