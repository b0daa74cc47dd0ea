const windowSeconds = 10;

interface Sample {
  readonly seconds: number;
  readonly done: number;
}

/** Measures how fast something is done, over the last ten seconds. It is told the time, in seconds from any start. */
export class RateMeter {
  #samples: Sample[] = [];

  add(done: number, seconds: number): void {
    this.#samples.push({ seconds, done });
    // The last one before the window stays: the window begins at it.
    while ((this.#samples[1]?.seconds ?? seconds) < seconds - windowSeconds) this.#samples.shift();
  }

  /** Forgets what was done before, because it says nothing about what comes. */
  reset(): void {
    this.#samples = [];
  }

  /** How much is done in a second; null before that can be known. It falls while nothing is done. */
  rate(seconds: number): number | null {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last || seconds <= first.seconds || this.#samples.length < 2) return null;
    return (last.done - first.done) / (seconds - first.seconds);
  }
}
