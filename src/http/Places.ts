import type { EventLoopUtilization } from "node:perf_hooks";

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

/** Gives up a place. */
export type Leave = () => void;

/** What a request that finds no place is told, by whichever way it came. */
export const tooMuch = "The gateway has too much to do at the moment; try again";

/**
 * The places for what a process has in hand at a time: requests, and what is asked over a WebSocket. So many are let in as keep the process
 * busy; the others wait, and are refused at once if that would take too long. Left waiting, each would make the next wait longer still,
 * until callers give up on answers that are then made for nobody.
 *
 * How many those are depends on how long the database takes: few, where it is quick; as many as there are connections, where it is slow
 * or far away. More would wait within, which is dear: what is in hand for longer than two collections of the young generation is kept,
 * with its rows and its answer, until the next full one, and at twice the load a page of 100 takes a fifth more processor time.
 *
 * How long is too long follows from Little's law: requests that wait, times the time from one answer to the next. Looking at the delay
 * of the event loop, as the usual plugins do at intervals, can only refuse all or none until the next look. Twice as many as
 * there are connections may be there in any case: that is a burst, not a crowd.
 */
export class Places {
  readonly #waiting = new Set<() => void>();
  #places = fewest;
  #taken = 0;
  #lastAnswer = 0;
  /** Milliseconds from one answer to the next, while somebody waits. */
  #interval = 0;
  /** Goes on while somebody waits. */
  #looking: NodeJS.Timeout | undefined;
  #lastLook: EventLoopUtilization | undefined;

  /** @param connections to the database */
  constructor(private readonly connections: number) {}

  /** Whether who comes now is to be refused. */
  get areTooFew(): boolean {
    return (
      this.#taken + this.#waiting.size >= 2 * this.connections &&
      (this.#waiting.size * this.#interval > longestWait || performance.now() - this.#lastAnswer > longestSilence)
    );
  }

  /**
   * Takes a place, or waits for one.
   * @param enter is called in the place, maybe at once, and has to see to it that the place is given up, once
   * @returns ends the waiting: whose caller has gone away need not go on. Who is in already ends as it would have
   */
  take(enter: (leave: Leave) => void): () => void {
    const goOn = () => {
      this.#taken++;
      enter(this.#leave);
    };
    if (this.#taken < this.#places) goOn();
    else this.#queue(goOn);
    return () => this.#waiting.delete(goOn);
  }

  readonly #leave = (): void => {
    const now = performance.now();
    // Silence that is over says little about what is to come.
    if (this.#waiting.size > 0) this.#interval += (Math.min(now - this.#lastAnswer, longestWait) - this.#interval) * weight;
    this.#lastAnswer = now;
    this.#taken--;
    this.#letIn();
  };

  #letIn(): void {
    for (const goOn of this.#waiting) {
      if (this.#taken >= this.#places) return;
      this.#waiting.delete(goOn);
      goOn();
    }
  }

  #queue(goOn: () => void): void {
    if (this.#waiting.add(goOn).size > 1) return;
    this.#lastAnswer = performance.now();
    if (this.#looking) return;
    this.#lastLook = performance.eventLoopUtilization();
    this.#looking = setInterval(() => this.#look(), lookInterval);
  }

  #look(): void {
    if (this.#waiting.size === 0) {
      clearInterval(this.#looking);
      this.#looking = undefined;
      return;
    }
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#lastLook);
    this.#lastLook = now;
    if (utilization < idle) this.#places = Math.min(this.#places * 2, this.connections);
    else if (utilization > busy) this.#places = Math.max(Math.ceil(this.#places / 2), fewest);
    this.#letIn();
  }
}
