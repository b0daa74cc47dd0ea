import type { TSchema } from "typebox";
import { ErrorAnswer, Problem } from "./schemas/commonSchemas.js";

/** A response with a body. */
export const response = <Schema extends TSchema>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

/** An error, in its usual form and in that of RFC 9457. */
export const error = (description: string) => ({
  description,
  content: { "application/json": { schema: ErrorAnswer }, "application/problem+json": { schema: Problem } },
});

export const onEveryRequest = {
  401: {
    ...error("Nothing says who asks, or what says so is not valid, such as a token that has expired."),
    headers: { "WWW-Authenticate": { description: "RFC 6750: what to send.", schema: { type: "string" } } },
  },
  403: error("The caller's role may not do this."),
  406: error("The Accept header excludes application/json."),
  421: error("The gateway does not answer to the host that the request names."),
  429: {
    ...error("The address or the actor has sent too many requests in this second."),
    headers: { "Retry-After": { description: "Seconds.", schema: { type: "integer" } } },
  },
  500: error("A fault, under an id that the log has too."),
  503: {
    ...error("There is too much to do at the moment, the database is away, or the gateway is stopping."),
    headers: { "Retry-After": { description: "Seconds, but where it is stopping.", schema: { type: "integer" } } },
  },
};

/** What is read can be asked for again at little cost. */
const read = <Schema extends TSchema>(description: string, schema: Schema) => ({
  200: {
    ...response(description, schema),
    headers: { ETag: { description: "For `If-None-Match`, when it is asked for again.", schema: { type: "string" } } },
  },
  304: { description: "The caller has it already: `If-None-Match` named its ETag." },
});

/** What a list answers. */
export const listResponses = <List extends TSchema>(list: List) => ({
  ...read("A page of the list.", list),
  400: error("A parameter is wrong. It is named."),
  404: error("There is no such page."),
  ...onEveryRequest,
});

/** What the details of an object answer. @param thing what it is called */
export const detailsResponses = <Details extends TSchema>(thing: string, details: Details) => ({
  ...read(`The ${thing}.`, details),
  404: error(`There is no such ${thing}.`),
  ...onEveryRequest,
});
