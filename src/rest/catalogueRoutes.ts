import type { FastifyInstance } from "fastify";
import type { Database } from "../db/database.js";
import { addSlashes, existing, idInPath, sendJson, sendPage } from "./answer.js";
import { jobDetails } from "./jobDetails.js";
import type { QueryParameters } from "./queryParameters.js";
import { recipeTypeDetails } from "./recipeTypeDetails.js";
import { recipeTypeList } from "./recipeTypeList.js";
import { readRecipeTypeQuery } from "./recipeTypeQuery.js";

/** What the ids in a batch lead to, to be read only: of Scale's *Recipe Type Services* and *Job Services*, as far as they serve that. */
export function catalogueRoutes(app: FastifyInstance, database: Database): void {
  // Recipe Type List
  app.get<{ Querystring: QueryParameters }>("/recipe-types/", async (request, reply) => {
    const query = readRecipeTypeQuery(request.query, new Date());
    return sendPage(request, reply, await recipeTypeList(database, query));
  });

  // Recipe Type Details
  app.get<{ Params: { id: string } }>(`/recipe-types/${idInPath}/`, async ({ params }, reply) =>
    sendJson(reply, await existing("recipe type", params.id, (id) => recipeTypeDetails(database, id))),
  );

  // Job Details
  app.get<{ Params: { id: string } }>(`/jobs/${idInPath}/`, async ({ params }, reply) =>
    sendJson(reply, await existing("job", params.id, (id) => jobDetails(database, id))),
  );

  addSlashes(app, ["/recipe-types", `/recipe-types/${idInPath}`, `/jobs/${idInPath}`]);
}
