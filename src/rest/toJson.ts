import type { TObject, TProperties } from "typebox";
import { formatTime } from "../domain/time.js";
import { type Form, formOf } from "./form.js";
import type { Json, JsonTime } from "./schemas/schema.js";

export type CamelCase<Name> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;

export const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Whether an object is only named. */
type IsReference<Value> = unknown extends Value
  ? false
  : NonNullable<Value> extends { id: number }
    ? keyof NonNullable<Value> extends "id"
      ? true
      : false
    : false;

/** An object that is only named stands in the domain as its id: `trigger_rule` as `triggerRuleId`. */
type SourceName<Name extends string, Value> = IsReference<Value> extends true ? `${CamelCase<Name>}Id` : CamelCase<Name>;

/** What JSON is made of: the domain's own object. */
export type Source<Value> = unknown extends Value
  ? unknown
  : Value extends JsonTime
    ? Date | string
    : Value extends string
      ? string
      : Value extends readonly (infer Item)[]
        ? readonly Source<Item>[]
        : Value extends object
          ? IsReference<Value> extends true
            ? number
            : { readonly [Name in keyof Value & string as SourceName<Name, Value[Name]>]: Source<Value[Name]> }
          : Value;

/** Prepares to make what a schema describes. The schema says which fields there are; an object of the domain has them, in its own names. */
export const toJson = <Properties extends TProperties>(schema: TObject<Properties>) =>
  makeObject(formOf(schema)) as (source: Source<Json<TObject<Properties>>>) => Json<TObject<Properties>>;

type Make = (value: never) => unknown;

function makeObject({ properties = {} }: Form): Make {
  const fields = Object.entries(properties).map(([name, form]) => {
    return { name, key: isReference(form) ? `${camelCase(name)}Id` : camelCase(name), make: makeValue(form) };
  });
  return (source: Readonly<Record<string, unknown>>) => {
    const made: Record<string, unknown> = {};
    for (const { name, key, make } of fields) {
      const value = source[key];
      made[name] = make === null || value === null ? value : make(value as never);
    }
    return made;
  };
}

/** @returns null where the value is shown as it is */
function makeValue(form: Form): Make | null {
  if (form.format === "date-time") return formatTime;
  if (isReference(form)) return (id: number) => ({ id });
  const makeItem = form.items && makeValue(form.items);
  if (makeItem) return (items: readonly never[]) => items.map(makeItem);
  return form.properties ? makeObject(form) : null;
}

const isReference = ({ properties }: Form): boolean => properties !== undefined && Object.keys(properties).join() === "id";
