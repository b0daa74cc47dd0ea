import type { EventLoopUtilization } from "node:perf_hooks";
import type { FastifyInstance, FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether a request to the route has its answer for as long as somebody listens: it takes no place. */
    staysOpen?: (request: FastifyRequest) => boolean;
  }
  interface FastifyRequest {
    /** Gives up its place; null where it has none. */
    leave: (() => void) | null;
  }
}

/** Requests at a time that keep the process busy where the database is quick. No pool has fewer connections. */
const fewest = 4;
/** Milliseconds from one look at how busy it is to the next. */
const lookInterval = 100;
/** Shares of its time in which it has something to do: below, more are let in; above, fewer. */
const [idle, busy] = [0.8, 0.95];
/** Milliseconds that a request may have to wait for those before it: about what a page of a list takes under full load. */
const longestWait = 25;
/** Milliseconds without an answer after which there seems to be none soon. */
const longestSilence = 1000;
/** Of the latest answer in the average: some 50 answers count. */
const weight = 0.02;

/**
 * Lets so many requests in at a time as keep the process busy; the others wait at the door, and are refused at once if that would take
 * too long: 503, with `Retry-After`. Left waiting, each would make the next wait longer still, until callers give up on answers that are
 * then made for nobody.
 *
 * How many those are depends on how long the database takes: few, where it is quick; as many as there are connections, where it is slow
 * or far away. More would wait within, which is dear: what is in hand for longer than two collections of the young generation is kept,
 * with its rows and its answer, until the next full one, and at twice the load a page of 100 takes a fifth more processor time.
 *
 * How long is too long follows from Little's law: requests that wait, times the time from one answer to the next. Looking at the delay
 * of the event loop, as the usual plugins do at intervals, can only refuse all or none until the next look. Twice as many as
 * there are connections may be there in any case: that is a burst, not a crowd.
 * @param connections to the database
 */
export function shedLoad(app: FastifyInstance, connections: number): void {
  const waiting = new Set<() => void>();
  let places = fewest;
  let taken = 0;
  let lastAnswer = 0;
  /** Milliseconds from one answer to the next, while somebody waits. */
  let interval = 0;
  /** Goes on while somebody waits. */
  let looking: NodeJS.Timeout | undefined;
  let lastLook: EventLoopUtilization;

  const isTooMuch = () =>
    taken + waiting.size >= 2 * connections && (waiting.size * interval > longestWait || performance.now() - lastAnswer > longestSilence);

  function leave(): void {
    const now = performance.now();
    // Silence that is over says little about what is to come.
    if (waiting.size > 0) interval += (Math.min(now - lastAnswer, longestWait) - interval) * weight;
    lastAnswer = now;
    taken--;
    letIn();
  }

  function letIn(): void {
    for (const goOn of waiting) {
      if (taken >= places) return;
      waiting.delete(goOn);
      enter(goOn);
    }
  }

  function enter(goOn: () => void): void {
    taken++;
    goOn();
  }

  function queue(goOn: () => void): void {
    if (waiting.add(goOn).size > 1) return;
    lastAnswer = performance.now();
    if (looking) return;
    lastLook = performance.eventLoopUtilization();
    looking = setInterval(look, lookInterval);
  }

  function look(): void {
    if (waiting.size === 0) {
      clearInterval(looking);
      looking = undefined;
      return;
    }
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, lastLook);
    lastLook = now;
    if (utilization < idle) places = Math.min(places * 2, connections);
    else if (utilization > busy) places = Math.max(Math.ceil(places / 2), fewest);
    letIn();
  }

  app.decorateRequest("leave", null);
  app.addHook("onRequest", (request, reply, done) => {
    if (staysOpen(request) || !isTooMuch()) return done();
    reply.code(503).header("retry-after", "1").send({ detail: "The gateway has too much to do at the moment; try again" });
  });
  // When it is there as a whole: who sends slowly takes no place from others.
  app.addHook("preHandler", (request, reply, done) => {
    if (staysOpen(request)) return done();
    const goOn = () => {
      request.leave = leave;
      done();
    };
    // Whose caller has gone away need not go on. What is in hand already ends as it would have: so does its statement.
    reply.raw.once("close", () => waiting.delete(goOn));
    if (taken < places) enter(goOn);
    else queue(goOn);
  });
  // When its answer is made: nor does who reads slowly.
  app.addHook("onSend", (request, _reply, payload, done) => {
    request.leave?.();
    request.leave = null;
    done(null, payload);
  });
}

const staysOpen = (request: FastifyRequest): boolean => request.routeOptions.config.staysOpen?.(request) === true;
