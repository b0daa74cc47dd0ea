import type { FastifyInstance } from "fastify";
import { addSlashes, existing, idInPath, sendJson, sendPage } from "./answer.js";
import { jobDetails } from "./jobDetails.js";
import type { QueryParameters } from "./queryParameters.js";
import { recipeTypeDetails } from "./recipeTypeDetails.js";
import { recipeTypeList } from "./recipeTypeList.js";
import { readRecipeTypeQuery } from "./recipeTypeQuery.js";

/** What the ids in a batch lead to, to be read only: of Scale's *Recipe Type Services* and *Job Services*, as far as they serve that. */
export function catalogueRoutes(app: FastifyInstance): void {
  // Recipe Type List
  app.get<{ Querystring: QueryParameters }>("/recipe-types/", async (request, reply) => {
    const query = readRecipeTypeQuery(request.query, new Date());
    return sendPage(request, reply, await recipeTypeList(request.db, query));
  });

  // Recipe Type Details
  app.get<{ Params: { id: string } }>(`/recipe-types/${idInPath}/`, async ({ params, db }, reply) =>
    sendJson(reply, await existing("recipe type", params.id, (id) => recipeTypeDetails(db, id))),
  );

  // Job Details
  app.get<{ Params: { id: string } }>(`/jobs/${idInPath}/`, async ({ params, db }, reply) =>
    sendJson(reply, await existing("job", params.id, (id) => jobDetails(db, id))),
  );

  addSlashes(app, ["/recipe-types", `/recipe-types/${idInPath}`, `/jobs/${idInPath}`]);
}
