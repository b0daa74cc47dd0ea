import type { FastifyInstance } from "fastify";
import { acceptJson } from "./acceptJson.js";
import { batchRoutes } from "./batchRoutes.js";
import { catalogueRoutes } from "./catalogueRoutes.js";
import { versionRoute } from "./versionRoute.js";

/** Opens the REST door under a prefix: the documented *Batch Services*, what the ids in their answers lead to, and the version. */
export async function restDoor(app: FastifyInstance): Promise<void> {
  app.addHook("onRequest", acceptJson);
  batchRoutes(app);
  catalogueRoutes(app);
  versionRoute(app);
}
