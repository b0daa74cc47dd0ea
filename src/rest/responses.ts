import type { TSchema } from "typebox";
import { ErrorAnswer } from "./schemas/commonSchemas.js";

/** A response with a body. */
export const response = <Schema extends TSchema>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

export const error = (description: string) => response(description, ErrorAnswer);

export const onEveryRequest = {
  406: error("The Accept header excludes application/json."),
  500: error("A fault, under an id that the log has too."),
  503: {
    ...error("There is too much to do at the moment, the database is away, or the gateway is stopping."),
    headers: { "Retry-After": { description: "Seconds, but where it is stopping.", schema: { type: "integer" } } },
  },
};

/** What a list answers. */
export const listResponses = <List extends TSchema>(list: List) => ({
  200: response("A page of the list.", list),
  400: error("A parameter is wrong. It is named."),
  404: error("There is no such page."),
  ...onEveryRequest,
});

/** What the details of an object answer. @param thing what it is called */
export const detailsResponses = <Details extends TSchema>(thing: string, details: Details) => ({
  200: response(`The ${thing}.`, details),
  404: error(`There is no such ${thing}.`),
  ...onEveryRequest,
});
