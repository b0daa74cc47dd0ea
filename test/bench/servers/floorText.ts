import pg from "pg";

/** A row as PostgreSQL sends it: text, or null. */
export type Row = readonly (string | null)[];

/** Nothing is parsed: numbers go out as they come in. Two objects are read, because the gateway shows them without spaces. */
const parserOf = (oid: number) => (oid === 3802 ? (JSON.parse as (text: string) => unknown) : String);

export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.POOL_SIZE),
  options: "-c timezone=UTC",
  types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
});

/** One prepared statement, its rows as arrays. */
export async function read(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await pool.query({ name, text, values: [...values], rowMode: "array" })).rows;
}

export const json = (value: unknown): string => JSON.stringify(value);

/** `2016-01-10 00:00:00.123456+00` as `"2016-01-10T00:00:00.123Z"`. */
export function time(text: string | null | undefined): string {
  if (text === null || text === undefined) return "null";
  const fraction = text.charAt(19) === "." ? text.slice(20, 23).replace(/\D.*/, "").padEnd(3, "0") : "000";
  return `"${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z"`;
}

export const globalId = (type: string, id: string | null | undefined): string => `"${Buffer.from(`${type}:${id}`).toString("base64url")}"`;

/** Makes the text of what many rows share once. */
export function once(make: (row: Row) => string): (key: string | null | undefined, row: Row) => string {
  const made = new Map<string, string>();
  return (key, row) => {
    if (key === null || key === undefined) return "null";
    const text = made.get(key) ?? make(row);
    made.set(key, text);
    return text;
  };
}
