/**
 * A point in time as the domain passes it around: ISO-8601, UTC, with microseconds, `2016-01-10T00:00:00.000000Z`. Text,
 * because a `timestamptz` has microseconds and a JS Date has not.
 */
export type Instant = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * Reads an ISO-8601 date and time. A time zone (`Z` or an offset) is required: without one, the time would mean another
 * thing on every machine.
 * @returns null where the text is not such a time, or names a day that does not exist
 */
export function parseInstant(text: string): Instant | null {
  const match = pattern.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second = "00", fraction = "", zone = "Z"] = match;
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  local.setUTCHours(Number(hour), Number(minute), Number(second));
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  if (local.toISOString() !== written) return null;
  const offset = offsetMinutes(zone);
  if (offset === null) return null;
  const utc = new Date(local.getTime() - offset * 60_000);
  if (utc.getUTCFullYear() < 1 || utc.getUTCFullYear() > 9999) return null;
  return `${utc.toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, "0")}Z`;
}

function offsetMinutes(zone: string): number | null {
  if (zone === "Z" || zone === "z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(":", "") || 0)];
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** The instant of a Date. */
export const toInstant = (date: Date): Instant => date.toISOString().replace("Z", "000Z");

/**
 * A time as both doors show it: ISO-8601, UTC, milliseconds, `Z`.
 * @param time an Instant, PostgreSQL's text of a `timestamptz` in UTC (`2016-01-10 00:00:00.5+00`), or a Date
 */
export function formatTime(time: string | Date): string {
  if (typeof time !== "string") return time.toISOString();
  const hasFraction = time.charAt(19) === ".";
  // As nearly all are: no regular expression for 600 times of a page.
  if (hasFraction && time.length > 25) return `${time.slice(0, 10)}T${time.slice(11, 23)}Z`;
  const fraction = hasFraction ? time.slice(20, 23).replace(/\D.*/, "") : "";
  return `${time.slice(0, 10)}T${time.slice(11, 19)}.${fraction.padEnd(3, "0")}Z`;
}
