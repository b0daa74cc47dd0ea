import rateLimit, { type CreateRateLimitOptions, type FastifyRateLimitStore } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { anonymous } from "../domain/actor.js";

/** Each is requests in a second; undefined or null: any number. */
export interface Rates {
  readonly perAddress: number | null | undefined;
  readonly perActor: number | null | undefined;
}

/** Counts a request. @returns the message to a caller who has sent too many in this second; null where there is room */
export type CountRequest = (request: FastifyRequest) => Promise<string | null>;

const second = 1000;
/** Callers that are counted at a time. Of more, those are forgotten who have not asked for the longest time. */
const maxCallers = 10_000;

/**
 * The requests of each caller in its second. The library's own store gives all requests the same object, whose count later requests raise
 * before the library reads it. So of requests that come in one turn of the event loop, it would refuse all instead of those too many.
 */
class Counts implements FastifyRateLimitStore {
  readonly #counts = new LRUCache<string, number>({ max: maxCallers, ttl: second, noUpdateTTL: true, ttlResolution: 0, perf: Date });

  incr(key: string, callback: (error: null, result: { current: number; ttl: number }) => void): void {
    const current = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, current);
    callback(null, { current, ttl: this.#counts.getRemainingTTL(key) });
  }

  child(): Counts {
    return new Counts();
  }
}

/**
 * Refuses the requests of an address, or of a named actor, that are too many for a second, with 429 and `Retry-After`.
 * @param identify adds the hook that finds out who asks. Those who fail there have been counted by their address
 * @returns counts an operation that comes over a WebSocket, and is no request
 */
export async function limitRates(app: FastifyInstance, { perAddress, perActor }: Rates, identify: () => void): Promise<CountRequest> {
  if (perAddress || perActor) await app.register(rateLimit, { global: false, timeWindow: second, store: Counts });
  // By default, the key is the address, or the network of 64 bits that a host by IPv6 has to itself.
  const ofAddress = perAddress ? limit(app, "An address", { max: perAddress, allowList: isProbe }) : null;
  identify();
  const actors = { keyGenerator: nameOf, allowList: (request: FastifyRequest) => isProbe(request) || nameOf(request) === anonymous.name };
  const ofActor = perActor ? limit(app, "An actor", { ...actors, max: perActor }) : null;
  return async (request) => (await ofAddress?.(request)) ?? (await ofActor?.(request)) ?? null;
}

const nameOf = ({ actor }: FastifyRequest): string => actor.name;

/** Probes come by any address, and must be answered. */
const isProbe = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.isProbe === true;

/** Adds the hook that counts requests. The library's own hooks come after all others, but callers are counted before it is known who asks. */
function limit(app: FastifyInstance, whose: string, options: CreateRateLimitOptions & { max: number }): CountRequest {
  const count = app.createRateLimit(options);
  const message = `${whose} may send ${options.max} requests a second: try again in a second`;
  const countRequest: CountRequest = async (request) => {
    const counted = await count(request);
    return !counted.isAllowed && counted.isExceeded ? message : null;
  };
  app.addHook("onRequest", async (request) => {
    const refusal = await countRequest(request);
    if (refusal) throw Object.assign(new Error(refusal), { statusCode: 429 });
  });
  return countRequest;
}
