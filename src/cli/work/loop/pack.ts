import { maxRequestBytes } from "../../../domain/textLimits.js";
import type { Report } from "../gateway/Gateway.js";

export const maxReports = 1000;
/** The most heartbeats of a request: there is room for the end of a job. */
export const maxBeats = maxReports - 1;
/** What else a request has takes less than the fourth part that is left. */
const maxBytes = 0.75 * maxRequestBytes;

/**
 * Chooses the reports of the next request: the ends of jobs first. Where the tails of the logs don't fit, heartbeats go without. Ends that
 * don't fit wait for the next request, heartbeats never do.
 * @param maxEnds the most ends to choose
 */
export function pack(ends: readonly Report[], beats: readonly Report[], maxEnds = maxReports): readonly Report[] {
  const packed: Report[] = [];
  const bare = beats.map(({ token }) => ({ token, heartbeat: {} }));
  let bytes = bare.reduce((sum, beat) => sum + sizeOf(beat), 0);
  for (const end of ends) {
    bytes += sizeOf(end);
    const isFull = packed.length >= maxEnds || bytes > maxBytes || packed.length + beats.length >= maxReports;
    if (packed.length > 0 && isFull) return [...packed, ...bare];
    packed.push(end);
  }
  const whole = beats.reduce((sum, beat) => sum + sizeOf(beat), 0);
  return [...packed, ...(bytes + whole > maxBytes ? bare : beats)];
}

const sizeOf = (report: Report): number => Buffer.byteLength(JSON.stringify(report)) + 1;
