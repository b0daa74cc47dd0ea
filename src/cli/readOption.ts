import { InvalidArgumentError } from "commander";

// What a person gives as the value of an option. What is wrong, commander tells them.

/** Reads an integer option. */
export const readInteger =
  (min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^-?\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It must be an integer from ${min} to ${max}.`);
  };

/** Reads the URL of a gateway: of its GraphQL, or of the host alone. */
export function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new InvalidArgumentError("It must be an http:// or https:// URL, such as http://127.0.0.1:4000/graphql.");
  }
  if (url.username || url.password) throw new InvalidArgumentError("It must not hold a user name or a password.");
  if (url.pathname === "/") url.pathname = "/graphql";
  return url.href;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const time = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,6})?)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Reads a bound of a range, to which both bounds belong. A day without a time means its first instant as the start, and its last as the
 * end.
 */
const readBound =
  (clock: string) =>
  (text: string): string => {
    if (day.test(text) && isDay(text)) return `${text}T${clock}Z`;
    const [, ofDay] = time.exec(text) ?? [];
    if (ofDay && isDay(ofDay) && !Number.isNaN(Date.parse(text))) return text;
    throw new InvalidArgumentError("It must be a day, 2016-01-31, or a time with a zone, 2016-01-31T12:00:00Z.");
  };

export const readStart = readBound("00:00:00");
/** Times have microseconds. */
export const readEnd = readBound("23:59:59.999999");

/** What is wrong with a range, if anything is. */
export const describeWrongRange = (from: string | undefined, to: string | undefined): string | null =>
  from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to) ? "option '--from' must not be later than '--to'" : null;

/** Date.parse takes the 31st of February for the 2nd of March. */
function isDay(text: string): boolean {
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
