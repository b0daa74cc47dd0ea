import type { EventLoopUtilization } from "node:perf_hooks";

/** Requests at a time that keep the process busy where the database is quick. No pool has fewer connections. */
const minPlaces = 4;
/** Milliseconds from one look at how busy the process is to the next. */
const lookInterval = 100;
/** Shares of its time in which the process has something to do: below the first, more requests are let in; above the second, fewer. */
const [idle, busy] = [0.8, 0.95];
/** Milliseconds that a request may wait for the requests before it: a page of a list takes about that long under full load. */
const maxWait = 25;
/** After so many milliseconds without an answer, none is expected soon. */
const maxSilence = 1000;
/** The weight of the latest answer in the average, in which some 50 answers count. */
const weight = 0.02;

/** Gives up a place. Further calls do nothing. */
export type Leave = () => void;

/** The message to a request that finds no place, whether it came by HTTP or over a WebSocket. */
export const tooMuch = "The gateway has too much to do at the moment; try again";

/**
 * A place is the right to be worked on. Requests take one, and so do operations that come over a WebSocket. There are as many places as
 * keep the process busy. Other requests wait for a place, and are refused at once if that would take too long: if they waited, each would
 * make the next one wait longer, until callers give up and their answers are made for nobody.
 *
 * The number of places depends on the database: few where it is quick; as many as there are connections where it is slow or far away.
 * Further requests in hand would only wait for a connection, and that is dear: a request that is in hand for longer than two collections of
 * V8's young generation is kept, with its rows and its answer, until the next full collection. At twice the load, a page of 100 then takes
 * a fifth more processor time.
 *
 * The time that a request would wait follows from Little's law: it is the number of waiting requests, times the time from one answer to the
 * next. The usual plugins look at the delay of the event loop at intervals instead, so they can only refuse all requests, or none, until
 * the next look. Twice as many requests as there are connections may be in hand or waiting in any case, so that a short burst is not
 * refused.
 */
export class Places {
  /**
   * No Set: it makes itself a new table every few requests, and V8 links each table to the next one. A table that is garbage in the old
   * generation then keeps all later ones, and each keeps the requests that waited when it was replaced, until the next full collection.
   */
  readonly #waiting: (() => void)[] = [];
  #places = minPlaces;
  #taken = 0;
  #lastAnswer = 0;
  /** Milliseconds from one answer to the next, on average, while requests wait. */
  #interval = 0;
  /** Runs while requests wait. */
  #looking: NodeJS.Timeout | undefined;
  #lastLook: EventLoopUtilization | undefined;

  /** @param connections the number of connections to the database */
  constructor(private readonly connections: number) {}

  /** How many requests are being worked on. */
  get taken(): number {
    return this.#taken;
  }

  /** How many requests wait for a place. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether a request that comes now must be refused. */
  get areTooFew(): boolean {
    return (
      this.#taken + this.#waiting.length >= 2 * this.connections &&
      (this.#waiting.length * this.#interval > maxWait || performance.now() - this.#lastAnswer > maxSilence)
    );
  }

  /**
   * Takes a place, or waits for one.
   * @param enter is called when there is a place, maybe at once. It must call `leave`
   * @returns a function that ends the waiting, for a request whose caller has left. It does nothing once the place has been taken
   */
  take(enter: (leave: Leave) => void): () => void {
    const goOn = () => {
      this.#taken++;
      let isTaken = true;
      enter(() => {
        if (isTaken) this.#leave();
        isTaken = false;
      });
    };
    if (this.#taken < this.#places) goOn();
    else this.#queue(goOn);
    return () => {
      const place = this.#waiting.indexOf(goOn);
      if (place >= 0) this.#waiting.splice(place, 1);
    };
  }

  #leave(): void {
    const now = performance.now();
    // A longer silence counts as `maxWait`: it is over, and says little about what is to come.
    if (this.#waiting.length > 0) this.#interval += (Math.min(now - this.#lastAnswer, maxWait) - this.#interval) * weight;
    this.#lastAnswer = now;
    this.#taken--;
    this.#letIn();
  }

  #letIn(): void {
    while (this.#taken < this.#places && this.#waiting.length > 0) this.#waiting.shift()?.();
  }

  #queue(goOn: () => void): void {
    if (this.#waiting.push(goOn) > 1) return;
    this.#lastAnswer = performance.now();
    if (this.#looking) return;
    this.#lastLook = performance.eventLoopUtilization();
    this.#looking = setInterval(() => this.#look(), lookInterval);
  }

  #look(): void {
    if (this.#waiting.length === 0) {
      clearInterval(this.#looking);
      this.#looking = undefined;
      return;
    }
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#lastLook);
    this.#lastLook = now;
    if (utilization < idle) this.#places = Math.min(this.#places * 2, this.connections);
    else if (utilization > busy) this.#places = Math.max(Math.ceil(this.#places / 2), minPlaces);
    this.#letIn();
  }
}
