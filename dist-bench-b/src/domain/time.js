const pattern = /^(\d{4})-(\d\d?)-(\d\d?)[Tt ](\d\d?):(\d\d?)(?::(\d\d?)(?:[.,](\d{1,12}))?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)$/;
/**
 * Reads an ISO-8601 date and time. A time zone (`Z` or an offset) is required: without one, the time would mean something else on every
 * machine. As Scale does, it takes one digit for two: `2016-1-1T0:00Z`.
 * @returns null where the text is not such a time, or names a day that does not exist
 */
export const parseInstant = (text) => parseBound(text)?.first ?? null;
/**
 * Reads the bound of a time range, as `parseInstant` reads a time. Times are kept in microseconds and shown in milliseconds. So a bound
 * covers all of its millisecond: a range that begins and ends at a time as it was shown contains that time. A bound that is written with
 * more than three decimals covers just its microsecond.
 */
export function parseBound(text) {
    const match = pattern.exec(text.trim());
    if (!match)
        return null;
    const [, year = "", ...others] = match;
    const [month, day, hour, minute, second = "00"] = others.slice(0, 5).map((number) => number?.padStart(2, "0"));
    const [fraction = "", zone = "Z"] = others.slice(5);
    const local = new Date(0);
    local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
    local.setUTCHours(Number(hour), Number(minute), Number(second));
    const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
    if (local.toISOString() !== written)
        return null;
    const offset = offsetMinutes(zone);
    if (offset === null)
        return null;
    const utc = new Date(local.getTime() - offset * 60_000);
    if (utc.getUTCFullYear() < 1 || utc.getUTCFullYear() > 9999)
        return null;
    const toSecond = utc.toISOString().slice(0, 19);
    const instant = (digit) => `${toSecond}.${fraction.padEnd(3, "0").slice(0, 6).padEnd(6, digit)}Z`;
    return { first: instant("0"), last: instant(fraction.length > 3 ? "0" : "9") };
}
function offsetMinutes(zone) {
    if (zone === "Z" || zone === "z")
        return 0;
    const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(":", "") || 0)];
    if (hours > 23 || minutes > 59)
        return null;
    return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
export const toInstant = (date) => date.toISOString().replace("Z", "000Z");
/**
 * A time as both doors show it: ISO-8601, UTC, milliseconds, `Z`.
 * @param time an Instant, or PostgreSQL's text of a `timestamptz` in UTC (`2016-01-10 00:00:00.5+00`)
 */
export function formatTime(time) {
    const hasFraction = time.charAt(19) === ".";
    // Nearly all times take this way. It saves a regular expression for each of the 600 times of a page.
    if (hasFraction && time.length > 25)
        return `${time.slice(0, 10)}T${time.slice(11, 23)}Z`;
    const fraction = hasFraction ? time.slice(20, 23).replace(/\D.*/, "") : "";
    return `${time.slice(0, 10)}T${time.slice(11, 19)}.${fraction.padEnd(3, "0")}Z`;
}
