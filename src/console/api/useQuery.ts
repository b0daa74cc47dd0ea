import { type UseQueryOptions, type UseQueryResult, useQuery as useTanstackQuery } from "@tanstack/preact-query";
import type { TypedDocumentString } from "../generated/graphql.js";
import { ask } from "./ask.js";

/** What a query is kept by: its document, and its variables. */
export const keyOf = <Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables) =>
  [document.toString(), variables] as const;

type Options<Result> = Omit<UseQueryOptions<Result, Error, Result>, "queryKey" | "queryFn">;

/** Asks the gateway, and keeps what it has answered for all who ask the same. */
export const useQuery = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  options: Options<Result> = {},
): UseQueryResult<Result, Error> =>
  useTanstackQuery({ ...options, queryKey: keyOf(document, variables), queryFn: ({ signal }) => ask(document, variables, signal) });
