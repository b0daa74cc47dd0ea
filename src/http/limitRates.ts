import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { type Actor, anonymous } from "../domain/actor.js";
import type { GraphqlErrorCode } from "../graphql/errorMeanings.js";
import { networkOf } from "./networkOf.js";

/** Each is requests in a second; undefined or null: any number. */
export interface Rates {
  readonly perAddress: number | null | undefined;
  readonly perActor: number | null | undefined;
}

/** Who asks, and from where. */
interface Caller {
  readonly ip: string;
  readonly actor: Actor;
}

/** Counts a request. @returns the message to a caller who has sent too many in this second; null where there is room */
export type CountRequest = (caller: Caller) => string | null;

const second = 1000;
/** Callers that are counted at a time. Of more, those are forgotten who have not asked for the longest time. */
const maxCallers = 10_000;

/**
 * Refuses the requests of an address, or of a named actor, that are too many for a second, with 429 and `Retry-After`.
 * @param identify adds the hook that finds out who asks. Those who fail there have been counted by their address
 * @returns counts an operation that comes over a WebSocket, and is no request
 */
export function limitRates(app: FastifyInstance, { perAddress, perActor }: Rates, identify: () => void): CountRequest {
  const ofAddress = perAddress ? counter(perAddress, "An address", ({ ip }) => networkOf(ip)) : null;
  const ofActor = perActor ? counter(perActor, "An actor", ({ actor: { name } }) => (name === anonymous.name ? null : name)) : null;
  if (ofAddress) checkRequests(app, ofAddress);
  identify();
  if (ofActor) checkRequests(app, ofActor);
  return (caller) => ofAddress?.(caller) ?? ofActor?.(caller) ?? null;
}

/** @param keyOf null: the caller is not counted */
function counter(max: number, whose: string, keyOf: (caller: Caller) => string | null): CountRequest {
  const counts = new LRUCache<string, number>({ max: maxCallers, ttl: second, noUpdateTTL: true, ttlResolution: 0, perf: Date });
  return (caller) => {
    const key = keyOf(caller);
    if (key === null) return null;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > max ? `${whose} may send ${max} requests a second: try again in a second` : null;
  };
}

function checkRequests(app: FastifyInstance, count: CountRequest): void {
  app.addHook("onRequest", (request, reply, done) => {
    // Probes come by any address, and must be answered.
    const refusal = request.routeOptions.config.isProbe ? null : count(request);
    if (refusal === null) done();
    else refuse(request, reply, refusal);
  });
}

const code: GraphqlErrorCode = "TOO_MANY_REQUESTS";

function refuse(request: FastifyRequest, reply: FastifyReply, message: string): void {
  const { isGraphql } = request.routeOptions.config;
  reply
    .code(429)
    .header("retry-after", "1")
    .send(isGraphql ? { errors: [{ message, extensions: { code } }] } : { detail: message });
}
