import type { FastifyInstance } from "fastify";
import { acceptJson } from "./acceptJson.js";
import { addSlashes } from "./answer.js";
import { giveEtags } from "./giveEtags.js";
import { validatorCompiler } from "./reading.js";
import { routes } from "./routes.js";
import { serializerCompiler } from "./serializerCompiler.js";

/** Opens the REST door under a prefix: the documented *Batch Services*, what the ids in their answers lead to, and the version. */
export async function restDoor(app: FastifyInstance): Promise<void> {
  app.addHook("onRequest", acceptJson);
  giveEtags(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  for (const route of routes) app.route({ ...route, config: { ...route.config, operation: route.schema.operationId } });
  addSlashes(app, new Set(routes.map(({ url }) => url.slice(0, -1))));
}
