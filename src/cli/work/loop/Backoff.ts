const firstMilliseconds = 500;
const maxMilliseconds = 15_000;

/**
 * How long to wait before a gateway that is away is asked again: longer each time, up to 15 s, and by chance as little as half of that, so that
 * workers don't come back all at once.
 */
export class Backoff {
  private failures = 0;

  next(): number {
    const longest = Math.min(firstMilliseconds * 2 ** this.failures, maxMilliseconds);
    this.failures++;
    return longest * (0.5 + Math.random() / 2);
  }

  reset(): void {
    this.failures = 0;
  }
}
