import { answer, boolean, json, orNull, ref, type Schema, string } from "./schema.js";

const event = { id: ref("Id"), type: { ...string, examples: ["USER"] }, rule: orNull(ref("Reference")), occurred: ref("Time") };

/** What the shapes of several services are made of. */
export const commonSchemas: Readonly<Record<string, Schema>> = {
  Id: { type: "integer", format: "int32", minimum: 1, maximum: 2_147_483_647 },
  Time: {
    type: "string",
    format: "date-time",
    pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$",
    description: "ISO-8601, UTC, with milliseconds.",
    examples: ["2015-06-15T19:03:26.346Z"],
  },
  Reference: answer("An object that is only named.", { id: ref("Id") }),
  Error: answer("What is wrong.", { detail: { ...string, description: "For people." } }),
  Version: answer("The version of the gateway, which is not that of a Scale.", { version: { ...string, examples: ["1.0.0"] } }),
  TriggerRule: answer("A rule that causes things.", {
    id: ref("Id"),
    type: string,
    name: string,
    is_active: boolean,
    configuration: json("What the rule looks for."),
  }),
  EventSummary: answer("Who or what caused a thing, in a list.", event),
  Event: answer("Who or what caused a thing.", {
    ...event,
    rule: orNull(ref("TriggerRule")),
    description: json('For a request, who sent it: `{"user": "Anonymous"}`.'),
  }),
};
