import type { FastifyInstance } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import { expect } from "vitest";
import type { Database } from "../../src/db/database.js";
import { type AppSettings, useApp } from "./app.js";
import type { TypedDocumentString } from "./generated/graphql.js";

/** What a GraphQL request is answered with. */
export interface Answer<Result> {
  readonly status: number;
  readonly data?: Result | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Variables are required where the document has some. */
type Rest<Variables> =
  Variables extends Record<string, never> ? [variables?: undefined, headers?: Headers] : [variables: Variables, headers?: Headers];
type Headers = Readonly<Record<string, string>>;

/** The GraphQL door, as a client with typed documents sees it. */
export interface GraphqlClient {
  readonly app: () => FastifyInstance;
  /** Gives the answer, with data or with errors. */
  answer<Result, Variables>(document: TypedDocumentString<Result, Variables>, ...rest: Rest<Variables>): Promise<Answer<Result>>;
  /** The data; errors fail the test. */
  query<Result, Variables>(document: TypedDocumentString<Result, Variables>, ...rest: Rest<Variables>): Promise<Result>;
  /** The code, the argument and the message of the one error; any data fails the test. */
  refusal<Result, Variables>(document: TypedDocumentString<Result, Variables>, ...rest: Rest<Variables>): Promise<Refusal>;
}

export interface Refusal {
  readonly code: unknown;
  readonly argument?: unknown;
  readonly message: string;
}

/** Gives the test file the GraphQL door over its database; requests are injected. */
export function useGraphql(database: () => Database, options?: AppSettings): GraphqlClient {
  const app = useApp(database, options);
  const client: GraphqlClient = {
    app,
    answer: async (document, ...[variables, headers]) => {
      const payload = { query: document.toString(), variables };
      const response = await app().inject({ method: "POST", url: "/graphql", payload, ...(headers && { headers }) });
      return { status: response.statusCode, ...response.json() };
    },
    query: async (document, ...rest) => {
      const { data, errors } = await client.answer(document, ...rest);
      expect(errors).toBeUndefined();
      if (!data) throw new Error("There is neither data nor an error");
      return data;
    },
    refusal: async (document, ...rest) => {
      const { data, errors = [] } = await client.answer(document, ...rest);
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
      expect(errors).toHaveLength(1);
      const [{ message, extensions: { code, argument } = {} }] = errors as [GraphQLFormattedError];
      return { code, ...(argument !== undefined && { argument }), message };
    },
  };
  return client;
}

/** Makes the app of a test file listen. @returns its address, `http://127.0.0.1:…` */
export const listen = (app: FastifyInstance): Promise<string> => app.listen({ port: 0, host: "127.0.0.1" });

/** The global id that a row of an integer id has. */
export const globalId = (type: string, id: number): string => Buffer.from(`${type}:${id}`).toString("base64url");
