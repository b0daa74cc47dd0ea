import { type Bound, parseBound } from "../domain/time.js";

/** What callers are told of the end of a time range. */
export const upperBound =
  "It covers all of its millisecond, since times are shown in these; with more than three decimals, its microsecond only.";

/** The part of ISO-8601's durations that has one length only: no years, no months. Decimals may follow any number. */
const durationPattern =
  /^P(?=.)(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?=.)(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;

const day = 86_400_000;
/** Milliseconds of each of the pattern's units. */
const units = [7 * day, day, 3_600_000, 60_000, 1_000];

/**
 * Reads a bound of a time range, as the documented `started` and `ended` are: a date and time with a zone, or a duration
 * (`PT3H0M0S`), which means that long before now.
 * @returns null where the text is neither
 */
export function readTimeBound(text: string, now: Date): Bound | null {
  const duration = durationPattern.exec(text.trim());
  return duration ? before(now, duration.slice(1)) : parseBound(withPlus(text));
}

function before(now: Date, numbers: readonly (string | undefined)[]): Bound | null {
  const length = units.reduce((sum, unit, i) => sum + unit * Number((numbers[i] ?? "0").replace(",", ".")), 0);
  const time = new Date(now.getTime() - length);
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1 ? null : parseBound(time.toISOString());
}

/** In a query string, a `+` that is not escaped reads as a space: `…T00:00:00+02:00`. Nothing else can have stood there. */
const withPlus = (text: string): string => text.replace(/ (?=\d{2}(:?\d{2})?$)/, "+");
