import { coerceInputValue, type GraphQLInputObjectType, type GraphQLInputType, isLeafType, isListType, isNonNullType } from "graphql";

/** Coerces a value of JSON. It throws where the value does not fit its type. */
type Coercer = (value: unknown) => unknown;

/** One for each type: whether it is a list, and which fields it has, is asked once. */
const coercers = new WeakMap<GraphQLInputType, Coercer>();

/**
 * Coerces a value of JSON as graphql-js's function of this signature does. That function is asked only where something is wrong with the value,
 * and tells what. To be able to, it keeps the path to each value, and it makes each object as a dictionary: for a thousand reports of workers,
 * it takes 5 of the gateway's 70 ms more than this one.
 */
export function coerceInput(value: unknown, type: GraphQLInputType, onError: Parameters<typeof coerceInputValue>[2]): unknown {
  try {
    return coercerOf(type)(value);
  } catch {
    return coerceInputValue(value, type, onError);
  }
}

function coercerOf(type: GraphQLInputType): Coercer {
  const coercer = coercers.get(type) ?? makeCoercer(type);
  coercers.set(type, coercer);
  return coercer;
}

function makeCoercer(type: GraphQLInputType): Coercer {
  if (isNonNullType(type)) {
    const coerce = coercerOf(type.ofType);
    return (value) => (value == null ? refuse() : coerce(value));
  }
  if (isListType(type)) {
    const coerce = coercerOf(type.ofType);
    return (value) => (value == null ? null : Array.isArray(value) ? value.map((item) => coerce(item)) : [coerce(value)]);
  }
  if (isLeafType(type)) return (value) => (value == null ? null : (type.parseValue(value) ?? refuse()));
  return objectCoercer(type);
}

function objectCoercer(type: GraphQLInputObjectType): Coercer {
  // They are looked up when they are first needed, because a type may have fields of its own type.
  let fields: { name: string; fallback: unknown; isRequired: boolean; coerce: Coercer }[] | undefined;
  return (value) => {
    if (value == null) return null;
    if (typeof value !== "object" || Array.isArray(value) || type.isOneOf) return refuse();
    fields ??= Object.values(type.getFields()).map(({ name, type, defaultValue }) => {
      return { name, fallback: defaultValue, isRequired: isNonNullType(type), coerce: coercerOf(type) };
    });
    const coerced: Record<string, unknown> = {};
    let known = 0;
    for (const { name, fallback, isRequired, coerce } of fields) {
      const member = (value as Record<string, unknown>)[name];
      if (member !== undefined) {
        coerced[name] = coerce(member);
        known++;
      } else if (fallback !== undefined) coerced[name] = fallback;
      else if (isRequired) refuse();
    }
    return known === Object.keys(value).length ? coerced : refuse();
  };
}

function refuse(): never {
  throw new Error("The value does not fit its type");
}
