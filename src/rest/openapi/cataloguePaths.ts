import { recipeTypeOrderNames } from "../recipeTypeQuery.js";
import { idInPath, listParameters, query, repeated } from "./parameters.js";
import { content, detailsResponses, listResponses, onEveryRequest } from "./responses.js";

export const cataloguePaths = {
  "/recipe-types/": {
    get: {
      tags: ["Recipe types"],
      operationId: "listRecipeTypes",
      summary: "Returns a list of all recipe types",
      parameters: [
        ...listParameters(Object.keys(recipeTypeOrderNames)),
        repeated("name", "Return only recipe types of this name.", { type: "string" }),
        repeated("version", "Return only recipe types of this version.", { type: "string" }),
        query("is_active", "Return only recipe types that are active, or only those that are not.", { type: "boolean" }),
      ],
      responses: listResponses("RecipeTypeList"),
    },
  },
  "/recipe-types/{id}/": {
    get: {
      tags: ["Recipe types"],
      operationId: "getRecipeType",
      summary: "Returns recipe type details",
      parameters: [idInPath],
      responses: detailsResponses("recipe type", "RecipeTypeDetails"),
    },
  },
  "/jobs/{id}/": {
    get: {
      tags: ["Jobs"],
      operationId: "getJob",
      summary: "Returns job details",
      parameters: [idInPath],
      responses: detailsResponses("job", "Job"),
    },
  },
  "/version/": {
    get: {
      tags: ["Version"],
      operationId: "getVersion",
      summary: "Returns the gateway's version",
      responses: { 200: { description: "The version.", content: content("Version") }, 406: onEveryRequest[406] },
    },
  },
};
