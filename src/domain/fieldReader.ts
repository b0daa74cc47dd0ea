import type { Prisma } from "../db/generated/client.js";
import type { Problem } from "./errors.js";

const maxInt4 = 2_147_483_647;

/**
 * Reads the fields of an object that came from outside and keeps what is wrong with them. A field that is missing or null is
 * `undefined` (a `text` that is null is null: the caller wants it empty); so is one that is wrong.
 */
export class FieldReader {
  private readonly fields: Record<string, unknown>;
  private readonly problems: Problem[];

  /**
   * @param path where the object stands in the document
   * @param problems what is found is added here
   */
  constructor(
    value: unknown,
    readonly path: readonly string[],
    problems: Problem[],
  ) {
    this.fields = isObject(value) ? value : {};
    // What is no object has no fields to blame as well.
    this.problems = isObject(value) ? problems : [];
    if (!isObject(value)) problems.push({ code: "INVALID", path, message: "must be an object" });
  }

  /** The field as it is. */
  raw(key: string): unknown {
    return this.fields[key];
  }

  /** A text that must be there and not empty. @param most characters, as the column counts them */
  name(key: string, most = 50): string {
    const text = this.fields[key];
    if (text === undefined) this.problem("REQUIRED", key, "is required");
    else if (typeof text !== "string" || text === "" || [...text].length > most) {
      this.problem("INVALID", key, `must be a string of 1 to ${most} characters`);
    } else return text;
    return "";
  }

  text(key: string, most = Number.POSITIVE_INFINITY): string | null | undefined {
    const text = this.fields[key];
    if (text === undefined || text === null || (typeof text === "string" && [...text].length <= most)) return text;
    this.problem("INVALID", key, Number.isFinite(most) ? `must be a string of at most ${most} characters` : "must be a string");
  }

  flag(key: string): boolean | undefined {
    const flag = this.optional(key);
    if (flag === undefined || typeof flag === "boolean") return flag;
    this.problem("INVALID", key, "must be true or false");
  }

  /** A whole number that is not negative and fits an `int` column. */
  integer(key: string): number | undefined {
    const number = this.optional(key);
    if (number === undefined || (Number.isInteger(number) && isBetween(number, 0, maxInt4))) return number as number | undefined;
    this.problem("INVALID", key, `must be an integer from 0 to ${maxInt4}`);
  }

  /** A number that is not negative. */
  amount(key: string): number | undefined {
    const number = this.optional(key);
    if (number === undefined || isBetween(number, 0, Number.MAX_VALUE)) return number as number | undefined;
    this.problem("INVALID", key, "must be a number of at least 0");
  }

  object(key: string): Prisma.InputJsonObject | undefined {
    const object = this.optional(key);
    if (object === undefined || isObject(object)) return object as Prisma.InputJsonObject | undefined;
    this.problem("INVALID", key, "must be an object");
  }

  requiredObject(key: string): Prisma.InputJsonObject {
    if (this.fields[key] === undefined) this.problem("REQUIRED", key, "is required");
    else if (this.fields[key] === null) this.problem("INVALID", key, "must be an object");
    return this.object(key) ?? {};
  }

  list(key: string): unknown[] {
    const list = this.optional(key) ?? [];
    if (Array.isArray(list)) return list;
    this.problem("INVALID", key, "must be an array");
    return [];
  }

  private optional(key: string): unknown {
    return this.fields[key] ?? undefined;
  }

  private problem(code: "INVALID" | "REQUIRED", key: string, message: string): void {
    this.problems.push({ code, path: [...this.path, key], message });
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const isBetween = (value: unknown, least: number, most: number): boolean => typeof value === "number" && value >= least && value <= most;
