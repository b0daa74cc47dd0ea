import { setTimeout as pause } from "node:timers/promises";

/** All in milliseconds. */
interface Times {
  /** What the database has to answer. */
  readonly maxWait: number;
  /** For how long its answer is given to all who ask. */
  readonly maxAge: number;
  /** After so long without an answer it may be the connection that hangs, so it is asked anew. Absent: the answer is waited for. */
  readonly maxHanging?: number;
}

/**
 * Asks the database once for all who ask at about the same time. They may ask as often as they like, and each time for connections of the
 * pool; while the database hangs, its statements would stay there until nothing was left for requests.
 * @returns asks; the answer is null where the database fails, or does not answer in time
 */
export function sharedQuestion<Answer>(
  ask: () => Promise<Answer>,
  { maxWait, maxAge, maxHanging = Number.POSITIVE_INFINITY }: Times,
): () => Promise<Answer | null> {
  let latest: { readonly answer: Promise<Answer | null>; goodUntil: number } | undefined;
  return () => {
    const now = performance.now();
    if (latest && now < latest.goodUntil) return latest.answer;
    const asked = ask().catch(() => null);
    const own = { answer: Promise.race([asked, pause(maxWait, null, { ref: false })]), goodUntil: now + maxHanging };
    void asked.then(() => {
      own.goodUntil = performance.now() + maxAge;
    });
    latest = own;
    return own.answer;
  };
}
