import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import { createHandler, type HandlerOptions } from "graphql-sse";
import Negotiator from "negotiator";
import type { GraphqlErrorCode } from "../graphql/errorMeanings.js";
import { endWhenLost } from "./identity/endWhenLost.js";
import { LostPeers } from "./LostPeers.js";
import type { OpenStreams } from "./OpenStreams.js";

const events = "text/event-stream";

/** Whether a request asks for Server-Sent Events, rather than for an answer as a whole. */
export const wantsEvents = ({ headers: { accept } }: FastifyRequest): boolean =>
  accept?.toLowerCase().includes(events) === true &&
  new Negotiator({ headers: { accept } }).mediaType(["application/json", "application/graphql-response+json", events]) === events;

/** Serves GraphQL over Server-Sent Events, a connection for each operation. */
export function graphqlEvents(options: HandlerOptions<FastifyRequest, FastifyReply, Record<string, unknown>>, streams: OpenStreams) {
  const lostPeers = new LostPeers();
  const handle = createHandler<FastifyRequest, FastifyReply, Record<string, unknown>>({
    ...options,
    // Each operation has a connection of its own, so no token is needed. By default, the handler would look up a token that the caller may
    // choose.
    authenticate: () => "",
    // `onSubscribe` has validated the document.
    validate: () => [],
    onOperation: (_context, { context: reply, raw: { identity } }, _args, result) => {
      if (!(Symbol.asyncIterator in result)) return;
      paceByReader(result as AsyncGenerator, reply.raw);
      if (identity) endWhenLost(result as AsyncGenerator, identity, reply.raw);
    },
  });
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (!streams.open(request.ip, reply.raw)) return reply.code(429).send({ detail: streams.refusal });
    const { method, url, headers } = request;
    const [body, { status, headers: sent }] = await handle({
      method,
      url,
      // The handler sends events only where `Accept` is exactly this.
      headers: { get: (name) => (name === "accept" ? events : (headers[name] as string | undefined)) },
      body: (request.body ?? {}) as Record<string, unknown>,
      raw: request,
      context: reply,
    });
    reply.code(status).headers(sent ?? {});
    if (body === null || typeof body === "string") return reply.send(body && status >= 400 ? withCode(body) : (body ?? ""));
    lostPeers.watch(reply.raw);
    return reply.send(Readable.from(body, { highWaterMark: 1 }));
  };
}

/** Gives the handler's own refusals a code, as all other errors have one. */
function withCode(body: string): string {
  const { errors } = JSON.parse(body) as { errors: readonly GraphQLFormattedError[] };
  const code: GraphqlErrorCode = "BAD_REQUEST";
  return JSON.stringify({ errors: errors.map((error) => ({ ...error, extensions: { code, ...error.extensions } })) });
}

/** Asks for the next result only when the caller has read those before it. Otherwise, the handler would keep all of them in memory. */
function paceByReader(results: AsyncGenerator, response: ServerResponse): void {
  const next = results.next.bind(results);
  results.next = async () => {
    if (response.writableNeedDrain) await drained(response);
    return next();
  };
}

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      response.off("drain", end).off("close", end);
      resolve();
    };
    response.on("drain", end).on("close", end);
  });
