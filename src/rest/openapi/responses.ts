import { ref } from "./schema.js";

export const content = (schema: string) => ({ "application/json": { schema: ref(schema) } });

export const error = (description: string) => ({ description, content: content("Error") });

export const onEveryRequest = {
  406: error("The Accept header excludes application/json."),
  500: error("A fault, under an id that the log has too."),
  503: {
    ...error("There is too much to do at the moment, the database is away, or the gateway is stopping."),
    headers: { "Retry-After": { description: "Seconds, but where it is stopping.", schema: { type: "integer" } } },
  },
};

/** What a list answers. @param schema the name of its schema */
export const listResponses = (schema: string) => ({
  200: { description: "A page of the list.", content: content(schema) },
  400: error("A parameter is wrong. It is named."),
  404: error("There is no such page."),
  ...onEveryRequest,
});

/** What the details of an object answer. @param thing what it is called @param schema the name of its schema */
export const detailsResponses = (thing: string, schema: string) => ({
  200: { description: `The ${thing}.`, content: content(schema) },
  404: error(`There is no such ${thing}.`),
  ...onEveryRequest,
});
