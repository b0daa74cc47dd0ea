import pg from "pg";
/** Nothing is parsed: numbers go out as they come in. Two objects are read, because the gateway shows them without spaces. */
const parserOf = (oid) => (oid === 3802 ? JSON.parse : String);
export const pool = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: Number(process.env.POOL_SIZE),
    options: "-c timezone=UTC",
    types: { getTypeParser: parserOf },
});
/** One prepared statement, its rows as arrays. */
export async function read(name, text, values = []) {
    return (await pool.query({ name, text, values: [...values], rowMode: "array" })).rows;
}
export const json = (value) => JSON.stringify(value);
/** `2016-01-10 00:00:00.123456+00` as `"2016-01-10T00:00:00.123Z"`. */
export function time(text) {
    if (text === null || text === undefined)
        return "null";
    const fraction = text.charAt(19) === "." ? text.slice(20, 23).replace(/\D.*/, "").padEnd(3, "0") : "000";
    return `"${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z"`;
}
export const globalId = (type, id) => `"${Buffer.from(`${type}:${id}`).toString("base64url")}"`;
/** Makes the text of what many rows share once. */
export function once(make) {
    const made = new Map();
    return (key, row) => {
        if (key === null || key === undefined)
            return "null";
        const text = made.get(key) ?? make(row);
        made.set(key, text);
        return text;
    };
}
