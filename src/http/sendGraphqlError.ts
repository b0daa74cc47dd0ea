import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLError } from "graphql";
import Negotiator from "negotiator";
import { wantsEvents } from "./graphqlEvents.js";

const types = ["application/json", "application/graphql-response+json"];

/**
 * Answers with an error of GraphQL's before the document is known: as the event that an EventSource shows to its page, or with the status
 * that GraphQL over HTTP wants, 200 for clients of `application/json`.
 */
export function sendGraphqlError(
  request: FastifyRequest,
  reply: FastifyReply,
  { message, extensions: { code } }: GraphQLError,
): FastifyReply {
  const errors = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  if (wantsEvents(request))
    return reply.type("text/event-stream; charset=utf-8").send(`event: next\ndata: ${errors}\n\nevent: complete\ndata:\n\n`);
  const type = new Negotiator(request).mediaType(types) ?? "application/json";
  return reply
    .code(type === "application/json" ? 200 : 400)
    .type(`${type}; charset=utf-8`)
    .send(errors);
}
