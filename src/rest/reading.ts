import type { FastifySchemaCompiler } from "fastify";
import { type TSchema, type TUnsafe, Type } from "typebox";
import type { Problem } from "../domain/errors.js";

/** One field of a request: what the description says of it, and how its value is read. */
export interface Field<Given, Value> {
  readonly schema: object;
  /** @param wrong notes what is wrong with the value: a sentence that reads well after the field's name */
  readonly read: (given: Given, wrong: (message: string) => void) => Value;
}

export const wrongIn =
  (field: string, problems: Problem[]) =>
  (message: string): void => {
    problems.push({ code: "INVALID", path: [field], message });
  };

const readers = new WeakMap<object, (given: unknown) => unknown>();

/**
 * A schema for a part of a request, with the function that reads that part. Scale's callers are used to more than the schema describes,
 * such as blanks around a number, or page sizes that are no numbers. So Fastify does not check the part by the schema, but calls `read`.
 * @param read throws a DomainError that names what is wrong
 */
export function readBy<Value>(schema: object, read: (given: unknown) => Value): TUnsafe<Value> {
  const made = Type.Unsafe<Value>(schema);
  readers.set(made, read);
  return made;
}

/** A schema for a part of a request that is taken as it is given. */
export const asGiven = <Value>(schema: object): TUnsafe<Value> => readBy<Value>(schema, (given) => given as Value);

/** For Fastify: what was read takes the place of what was given. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema }) => {
  const read = readers.get(schema);
  if (!read) throw new Error("A part of a request has a schema, but nothing reads it");
  return (given: unknown) => {
    try {
      return { value: read(given) };
    } catch (error) {
      return { error: error as Error };
    }
  };
};

/** A query string as Fastify reads it: a parameter that is repeated has several values. */
export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export const allOf = (query: QueryParameters, name: string): readonly string[] => [query[name] ?? []].flat();

/** The value of a parameter that should have one. Where it is repeated, its last value counts. */
export const lastOf = (query: QueryParameters, name: string): string | undefined => allOf(query, name).at(-1);

/**
 * Reads an integer as Scale does: there may be a sign before the digits, and blanks around it. (A plus sign that is not escaped in a query
 * string is such a blank.)
 * @returns null where the text is none
 */
export const readInteger = (text: string): number | null => (/^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : null);
