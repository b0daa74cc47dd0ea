import { toInstant } from "./time.js";
/** Makes texts of the Dates among a row's own columns. */
export function textTimes(row) {
    const made = {};
    for (const [column, value] of Object.entries(row))
        made[column] = value instanceof Date ? toInstant(value) : value;
    return made;
}
/**
 * Makes texts of the Dates in a row, and also in what the row leads to. It goes through JSON documents as well, so it is for single rows.
 */
export function allTextTimes(value) {
    const convert = () => {
        if (value instanceof Date)
            return toInstant(value);
        if (Array.isArray(value))
            return value.map(allTextTimes);
        if (typeof value !== "object" || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, allTextTimes(inner)]));
    };
    return convert();
}
