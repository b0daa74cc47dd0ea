import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Leave, type Places, tooMuch } from "./Places.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /**
     * Whether a request to the route takes no place, because it opens a WebSocket. Each operation over the WebSocket takes a place of its
     * own.
     */
    takesNoPlace?: (request: FastifyRequest) => boolean;
  }
  interface FastifyRequest {
    /** Gives up the request's place; null where it has none. */
    leave: Leave | null;
  }
}

/** Lets requests wait at the door for a place. While there are too few places, refuses requests with 503 and `Retry-After`. */
export function shedLoad(app: FastifyInstance, places: Places): void {
  app.decorateRequest("leave", null);
  app.addHook("onRequest", (request, reply, done) => {
    if (takesNoPlace(request) || !places.areTooFew) return done();
    reply.code(503).header("retry-after", "1").send({ detail: tooMuch });
  });
  // A request takes its place when its body has come as a whole. So a caller who sends slowly takes no place from others.
  app.addHook("preHandler", (request, reply, done) => {
    if (takesNoPlace(request)) return done();
    const giveUp = places.take((leave) => {
      request.leave = leave;
      done();
    });
    if (!request.leave) reply.raw.once("close", giveUp);
  });
  // A request gives its place up when its answer is made, or begins. So a caller who reads slowly takes no place from others either.
  app.addHook("onSend", (request, _reply, payload, done) => {
    request.leave?.();
    done(null, payload);
  });
}

const takesNoPlace = (request: FastifyRequest): boolean => request.routeOptions.config.takesNoPlace?.(request) === true;
