import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Actor, anonymous } from "../../domain/actor.js";
import { type Operation, permit } from "../../domain/permissions.js";
import type { Audit } from "../../graphql/context.js";
import { auditAnswers, auditOf } from "./audit.js";
import type { Identities } from "./Identities.js";
import { type Identity, Unauthenticated } from "./identity.js";
import { proxyUser, type Trust } from "./proxyUser.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks. */
    actor: Actor;
    /** What is known of them; null where nothing tells callers apart, and where they need not say who they are. */
    identity: Identity | null;
  }
  interface FastifyContextConfig {
    /** What a request to the route asks for: see `permissions.ts`. */
    operation?: Operation;
    /** Whether a request to the route needs no identity, because it gets no data. */
    isOpen?: (request: FastifyRequest) => boolean;
    /** Whether the caller may say later who they are: on a WebSocket, because browsers send no headers with its handshake. */
    mayIdentifyLater?: (request: FastifyRequest) => boolean;
  }
}

/** Who asks where it does not matter. */
const nobody: Actor = { name: "Anonymous", role: "READER" };

/** For the route's `config.isOpen`. */
export const isOpen = (): boolean => true;

/** Notes at each request who asks. @param identities null where nothing tells callers apart: they get the name that a trusted proxy gives */
export function identify(app: FastifyInstance, identities: Identities | null, trust: Trust): void {
  app.decorateRequest("actor");
  app.decorateRequest("identity", null);
  if (!identities) {
    app.addHook("onRequest", (request, _reply, done) => {
      const name = proxyUser(request, trust);
      request.actor = name === null ? anonymous : { ...anonymous, name };
      done();
    });
    return;
  }
  auditAnswers(app);
  app.addHook("onRequest", async (request) => {
    if (needsNone(request)) {
      request.actor = nobody;
      return;
    }
    const { operation, mayIdentifyLater } = request.routeOptions.config;
    try {
      request.identity = await identities.ofRequest(request);
    } catch (error) {
      const isLater = error instanceof Unauthenticated && !error.hasSaid && mayIdentifyLater?.(request);
      if (!isLater) throw error;
      request.actor = nobody;
      return;
    }
    request.actor = request.identity.actor;
    if (operation) permit(request.actor, operation);
  });
}

/** A path that does not exist has no data, and neither has the list of a path's methods. */
const needsNone = (request: FastifyRequest): boolean =>
  request.is404 || request.method === "OPTIONS" || request.routeOptions.config.isOpen?.(request) === true;

/** What a request's operation notes; null where nothing tells callers apart. */
export const auditBy = (request: FastifyRequest): Audit | null => request.identity && auditOf(request, request.identity.actor);
