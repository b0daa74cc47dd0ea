import { type ASTNode, GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { registerEnumType } from "type-graphql";
import { formatTime, parseBound } from "../domain/time.js";

/**
 * A point in time. graphql-scalars' DateTime goes through a JS Date, which has no microseconds. This type keeps the microseconds that were
 * given, so that a bound means exactly the given time.
 */
export const DateTime = new GraphQLScalarType<string, string>({
  name: "DateTime",
  description: `A point in time: ISO-8601, shown in UTC with milliseconds and \`Z\`. In input a time zone is required. As the
end of a range, a time covers all of its millisecond, so that what is shown as \`00:00:00.123Z\` is within a range that ends then; with more
than three decimals it covers its microsecond only.`,
  specifiedByURL: "https://scalars.graphql.org/andimarek/date-time",
  extensions: { isPlainText: true },
  serialize: (value) => formatTime(value as string),
  parseValue: (value) => readTime(value),
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING) throw new GraphQLError(message(node.kind), { nodes: node });
    return readTime(node.value, node);
  },
});

function readTime(value: unknown, node?: ASTNode): string {
  const bound = typeof value === "string" ? parseBound(value) : null;
  if (bound === null) throw new GraphQLError(message(JSON.stringify(value)), { nodes: node });
  return bound.first === bound.last ? bound.first : formatTime(bound.first);
}

const message = (value: string) =>
  `DateTime must be an ISO-8601 date and time with a time zone, such as 2016-01-10T00:00:00Z, not ${value}`;

/** Makes an enum of which each name stands for itself. @param meanings what the names mean, where that is said */
export function enumType<Name extends string>(
  name: string,
  description: string,
  names: readonly Name[],
  meanings?: Readonly<Record<Name, string>>,
): { readonly [N in Name]: N } {
  const made = Object.fromEntries(names.map((one) => [one, one])) as { [N in Name]: N };
  const valuesConfig = Object.fromEntries(names.map((one) => [one, { description: meanings?.[one] }])) as Record<Name, object>;
  registerEnumType(made, { name, description, valuesConfig });
  return made;
}
