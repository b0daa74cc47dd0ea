import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type {
  ContextConfigDefault,
  FastifySchema,
  HTTPMethods,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
  RouteGenericInterface,
  RouteOptions,
} from "fastify";

import type { Operation } from "../domain/permissions.js";

/** What Fastify and the description know of a route. */
export interface RouteSchema extends FastifySchema {
  readonly tags: readonly string[];
  readonly operationId: Operation;
  readonly summary: string;
  readonly response: Readonly<Record<number, object>>;
}

/** A route whose request and answer have the types of its schemas. */
export interface Route {
  readonly method: HTTPMethods;
  readonly url: string;
  readonly schema: RouteSchema;
}

/**
 * Checks a route by its schemas. By Fastify's types, routes of different schemas are of different types. So the result has the type that
 * all of them share.
 */
export const route = <const Schema extends RouteSchema>(
  options: RouteOptions<
    RawServerDefault,
    RawRequestDefaultExpression,
    RawReplyDefaultExpression,
    RouteGenericInterface,
    ContextConfigDefault,
    Schema,
    TypeBoxTypeProvider
  > &
    Pick<Route, "method" | "url"> & { readonly schema: Schema },
) => options as unknown as RouteOptions & Route;
