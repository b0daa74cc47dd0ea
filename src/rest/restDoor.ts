import fastJson from "fast-json-stringify";
import type { FastifyInstance } from "fastify";
import { acceptJson } from "./acceptJson.js";
import { addSlashes } from "./answer.js";
import { formOf } from "./form.js";
import { giveEtags } from "./giveEtags.js";
import { validatorCompiler } from "./reading.js";
import { prefixes, routes } from "./routes.js";

/** Opens the REST door: the documented *Batch Services*, what the ids in their answers lead to, and the version, under each prefix. */
export async function restDoor(app: FastifyInstance): Promise<void> {
  for (const prefix of prefixes) await app.register(openUnder, { prefix });
}

async function openUnder(app: FastifyInstance): Promise<void> {
  app.addHook("onRequest", acceptJson);
  giveEtags(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(({ schema }) => serializerOf(schema as object));
  for (const route of routes) app.route({ ...route, config: { ...route.config, operation: route.schema.operationId } });
  addSlashes(app, new Set(routes.map(({ url }) => url.slice(0, -1))));
}

type Serialize = (answer: unknown) => string;

const known = new WeakMap<object, Serialize>();

/** Writes answers as their schema says. A key that is missing is an error. Each schema is compiled once, for all prefixes. */
function serializerOf(schema: object): Serialize {
  const serialize = known.get(schema) ?? (fastJson(formOf(schema) as fastJson.Schema) as Serialize);
  known.set(schema, serialize);
  return serialize;
}
