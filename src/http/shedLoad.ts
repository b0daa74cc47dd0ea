import type { FastifyInstance, FastifyRequest } from "fastify";
import { wantsEvents } from "./graphqlStreams.js";

/** Milliseconds for which a request may have to wait for those before it: about three times what a page of a list takes under full load. */
const longestWait = 80;
/** Milliseconds without an answer after which there seems to be none soon. */
const longestSilence = 1000;
/** So many requests at once keep everything busy; fewer are let in whatever they take. */
const crowd = 32;
/** Of the latest answer in the average: some 50 answers count. */
const weight = 0.02;

/**
 * Refuses requests at once that would have to wait for too long: 503, with `Retry-After`. Left waiting, each would make the next wait
 * longer still, until callers give up on answers that are then made for nobody.
 *
 * How long is too long follows from Little's law: requests that are in hand, times the time from one answer to the next. Looking at the
 * delay of the event loop, as the usual plugins do at intervals, can only refuse all or none until the next look.
 */
export function shedLoad(app: FastifyInstance): void {
  let inHand = 0;
  let lastAnswer = 0;
  /** Milliseconds from one answer to the next, when there is a crowd: of fewer it would tell how long each takes. */
  let interval = 0;

  const isTooMuch = () => inHand >= crowd && (inHand * interval > longestWait || performance.now() - lastAnswer > longestSilence);

  function answered(): void {
    const now = performance.now();
    // Silence that is over says little about what is to come.
    if (inHand >= crowd) interval += (Math.min(now - lastAnswer, longestWait) - interval) * weight;
    lastAnswer = now;
    inHand--;
  }

  app.addHook("onRequest", (request, reply, done) => {
    if (staysOpen(request)) return done();
    if (isTooMuch()) {
      reply.code(503).header("retry-after", "1").send({ detail: "The gateway has too much to do at the moment; try again" });
      return;
    }
    if (++inHand === crowd) lastAnswer = performance.now();
    // One of them comes in any case, even where the caller has gone away.
    const { raw } = reply;
    const over = () => {
      raw.off("finish", over).off("close", over);
      answered();
    };
    raw.on("finish", over).on("close", over);
    done();
  });
}

/** Subscriptions have their answer for as long as somebody listens. */
const staysOpen = (request: FastifyRequest): boolean => request.headers.upgrade !== undefined || wantsEvents(request);
