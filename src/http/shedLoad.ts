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

/** Milliseconds that a request may have to wait for those before it: about what a page of a list takes under full load. */
const longestWait = 25;
/** Milliseconds without an answer after which there seems to be none soon. */
const longestSilence = 1000;
/** Of the latest answer in the average: some 50 answers count. */
const weight = 0.02;

/**
 * Lets half as many requests in at a time as there are connections to the database; the others wait at the door, and are refused at
 * once if that would take too long: 503, with `Retry-After`. Left waiting, each would make the next wait longer still, until callers
 * give up on answers that are then made for nobody. Within, too, nobody should wait: what is in hand for longer than two collections
 * of the young generation is kept, with its rows and its whole answer, until the next full one. With as many in hand as connections a
 * page of 100 took a fifth more processor time at twice the load, and nothing was gained by it: half of them keep the process busy,
 * and leave connections to its workers and to requests that ask for several things at once.
 *
 * How long is too long follows from Little's law: requests that wait, times the time from one answer to the next. Looking at the delay
 * of the event loop, as the usual plugins do at intervals, can only refuse all or none until the next look. As many as there are
 * connections may wait in any case: that is a burst, not a crowd.
 * @param connections to the database
 */
export function shedLoad(app: FastifyInstance, connections: number): void {
  const places = Math.ceil(connections / 2);
  const waiting = new Set<() => void>();
  let taken = 0;
  let lastAnswer = 0;
  /** Milliseconds from one answer to the next, while somebody waits. */
  let interval = 0;

  const isTooMuch = () =>
    waiting.size >= connections && (waiting.size * interval > longestWait || performance.now() - lastAnswer > longestSilence);

  function leave(): void {
    const now = performance.now();
    // Silence that is over says little about what is to come.
    if (waiting.size > 0) interval += (Math.min(now - lastAnswer, longestWait) - interval) * weight;
    lastAnswer = now;
    taken--;
    const [next] = waiting;
    if (next) enter(next);
  }

  function enter(goOn: () => void): void {
    waiting.delete(goOn);
    taken++;
    goOn();
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
    else if (waiting.add(goOn).size === 1) lastAnswer = performance.now();
  });
  // When its answer is made: nor does who reads slowly.
  app.addHook("onSend", (request, _reply, payload, done) => {
    request.leave?.();
    request.leave = null;
    done(null, payload);
  });
}

const staysOpen = (request: FastifyRequest): boolean => request.routeOptions.config.staysOpen?.(request) === true;
