import type { Static, TObject, TProperties } from "typebox";
import { formOf } from "./form.js";
import { type Access, type CamelCase, makerOf, quote } from "./makerOf.js";
import type { JsonTime } from "./schemas/schema.js";

/** Whether an object is only named, by its id and nothing else. */
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
  makerOf(formOf(schema), access) as (source: Source<Static<TObject<Properties>>>) => Static<TObject<Properties>>;

/** In the domain's objects, an object stands within the one that it belongs to. One that is only named stands there as its id. */
const access: Access = {
  value: (path) => `source${path.map((name) => `[${quote(name)}]`).join("")}`,
  id: (path) => [...path.slice(0, -1), `${path.at(-1)}Id`],
  presence: (path) => path,
};
