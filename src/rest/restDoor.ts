import type { FastifyInstance } from "fastify";
import type { Database } from "../db/database.js";
import { acceptJson } from "./acceptJson.js";
import { batchRoutes } from "./batchRoutes.js";
import { catalogueRoutes } from "./catalogueRoutes.js";

/** Opens the REST door under a prefix: the documented *Batch Services*, and what the ids in their answers lead to. */
export async function restDoor(app: FastifyInstance, { database }: { database: Database }): Promise<void> {
  app.addHook("onRequest", acceptJson);
  batchRoutes(app, database);
  catalogueRoutes(app, database);
}
