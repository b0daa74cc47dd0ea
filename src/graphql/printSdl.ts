import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";

/** The schema in the schema definition language, in alphabetical order, so that a change shows as just that. */
export const printSdl = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
