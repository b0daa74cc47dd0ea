import fastJson from "fast-json-stringify";
import { formOf } from "./form.js";

type Serialize = (answer: unknown) => string;

const known = new WeakMap<object, Serialize>();

/** For Fastify: writes answers as their schemas say. A key that is missing is an error. Each schema is compiled once, for all prefixes. */
export const serializerCompiler = ({ schema }: { readonly schema: object }): Serialize => {
  const serialize = known.get(schema) ?? (fastJson(formOf(schema) as fastJson.Schema) as Serialize);
  known.set(schema, serialize);
  return serialize;
};
