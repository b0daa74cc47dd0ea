import type { FastifyInstance, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { Config } from "../config.js";
import { anonymous } from "../domain/actor.js";
import { networkOf } from "./networkOf.js";

/** Counts a request. @returns the message to a caller who has sent too many in this second; null where there is room */
export type CountRequest = (request: FastifyRequest) => string | null;

const second = 1000;
/** Callers that are counted at a time. Of more, those are forgotten who have not asked for the longest time. */
const maxCallers = 10_000;

/**
 * Refuses the requests of an address, or of a named actor, that are too many for a second, with 429 and `Retry-After`.
 * @param identify adds the hook that finds out who asks. Those who fail there have been counted by their address
 * @returns counts an operation that comes over a WebSocket, and is no request
 */
export function limitRates(app: FastifyInstance, config: Partial<Config>, identify: () => void): CountRequest {
  const { maxRequestsPerSecondPerAddress: perAddress, maxRequestsPerSecondPerActor: perActor } = config;
  const ofAddress = perAddress ? limit(app, "An address", perAddress, ({ ip }) => networkOf(ip)) : null;
  identify();
  const nameOf = ({ actor: { name } }: FastifyRequest) => (name === anonymous.name ? null : name);
  const ofActor = perActor ? limit(app, "An actor", perActor, nameOf) : null;
  return (request) => ofAddress?.(request) ?? ofActor?.(request) ?? null;
}

/** Adds the hook that counts requests. @param callerOf null: the request is not counted */
function limit(app: FastifyInstance, whose: string, max: number, callerOf: (request: FastifyRequest) => string | null): CountRequest {
  const counts = new LRUCache<string, number>({ max: maxCallers, ttl: second, noUpdateTTL: true, ttlResolution: 0, perf: Date });
  const message = `${whose} may send ${max} requests a second: try again in a second`;
  const countRequest: CountRequest = (request) => {
    const caller = callerOf(request);
    if (caller === null) return null;
    const count = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, count);
    return count > max ? message : null;
  };
  app.addHook("onRequest", (request, _reply, done) => {
    // Probes come by any address, and must be answered.
    const refusal = request.routeOptions.config.isProbe ? null : countRequest(request);
    done(refusal === null ? undefined : Object.assign(new Error(refusal), { statusCode: 429 }));
  });
  return countRequest;
}
