/** A query string as Fastify reads it: a parameter that is repeated has several values. */
export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** All values of a parameter, in their order. */
export const allOf = (query: QueryParameters, name: string): readonly string[] => [query[name] ?? []].flat();

/** The value of a parameter that should have one. Where it is repeated, its last value counts. */
export const lastOf = (query: QueryParameters, name: string): string | undefined => allOf(query, name).at(-1);
