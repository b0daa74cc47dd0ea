import type { FastifyReply, FastifyRequest } from "fastify";
import Negotiator from "negotiator";

/**
 * Refuses a request that takes no JSON with 406, because there is nothing else to give. Whoever takes `application/problem+json` alone reads
 * JSON, and names the form that errors are to have: what is no error comes as `application/json`.
 */
export function acceptJson({ headers: { accept } }: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (!accept?.trim() || new Negotiator({ headers: { accept } }).mediaType(["application/json", ...jsonIn(accept)])) done();
  else reply.code(406).send({ detail: "The answer can only be application/json" });
}

/**
 * JSON with the parameters that a caller names, such as a charset: they change nothing here, but a negotiator would find another type. The
 * form of errors is one where nothing else is named.
 */
const jsonIn = (accept: string): readonly string[] => accept.match(/^application\/problem\+json[^,]*$|application\/json[^,]*/gi) ?? [];
