import type { Prisma } from "../db/generated/client.js";
import { type Instant, toInstant } from "./time.js";

/** A row of the model API as the domain hands it out: its times are texts, as those of hand-written statements are. */
export type TextTimes<Value> = [Value] extends [Prisma.JsonValue | undefined]
  ? Value
  : Value extends Date
    ? Instant
    : Value extends readonly (infer Item)[]
      ? TextTimes<Item>[]
      : { [Key in keyof Value]: TextTimes<Value[Key]> };

/** Makes texts of the Dates among a row's own columns. */
export function textTimes<Row extends object>(row: Row): TextTimes<Row> {
  const made: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) made[column] = value instanceof Date ? toInstant(value) : value;
  return made as TextTimes<Row>;
}

/**
 * Makes texts of the Dates in a row, and also in what the row leads to. It goes through JSON documents as well, so it is for single rows.
 */
export function allTextTimes<Value>(value: Value): TextTimes<Value> {
  const convert = (): unknown => {
    if (value instanceof Date) return toInstant(value);
    if (Array.isArray(value)) return value.map(allTextTimes);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, allTextTimes(inner)]));
  };
  return convert() as TextTimes<Value>;
}
