import { setTimeout as pause } from "node:timers/promises";

/** If a question has no answer for so many milliseconds, it may be its connection, so it is asked anew. */
const maxHanging = 10_000;

/**
 * Asks the database once for all who ask at about the same time. They may ask as often as they like, and each time for connections of the
 * pool; while the database hangs, its statements would stay there until nothing was left for requests.
 * @param maxWait milliseconds that the database has to answer
 * @param maxAge milliseconds for which its answer is given to all who ask
 * @returns asks; the answer is null where the database fails, or does not answer in time
 */
export function sharedQuestion<Answer>(
  ask: () => Promise<Answer>,
  { maxWait, maxAge }: { readonly maxWait: number; readonly maxAge: number },
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
