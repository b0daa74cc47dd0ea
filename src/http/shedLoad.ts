import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Leave, type Places, tooMuch } from "./Places.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether a request to the route takes no place: it opens a WebSocket, and what is asked over that takes its own. */
    takesNoPlace?: (request: FastifyRequest) => boolean;
  }
  interface FastifyRequest {
    /** Gives up its place; null where it has none. */
    leave: Leave | null;
  }
}

/** Lets requests wait at the door for a place, and refuses them with 503 and `Retry-After` while there are too few. */
export function shedLoad(app: FastifyInstance, places: Places): void {
  app.decorateRequest("leave", null);
  app.addHook("onRequest", (request, reply, done) => {
    if (takesNoPlace(request) || !places.areTooFew) return done();
    reply.code(503).header("retry-after", "1").send({ detail: tooMuch });
  });
  // When it is there as a whole: who sends slowly takes no place from others.
  app.addHook("preHandler", (request, reply, done) => {
    if (takesNoPlace(request)) return done();
    const giveUp = places.take((leave) => {
      request.leave = leave;
      done();
    });
    if (!request.leave) reply.raw.once("close", giveUp);
  });
  // When its answer is made, or begins where it comes in pieces: nor does who reads slowly.
  app.addHook("onSend", (request, _reply, payload, done) => {
    request.leave?.();
    request.leave = null;
    done(null, payload);
  });
}

const takesNoPlace = (request: FastifyRequest): boolean => request.routeOptions.config.takesNoPlace?.(request) === true;
