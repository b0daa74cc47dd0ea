import { Type } from "typebox";
import { maxInt } from "../../domain/storable.js";
import { answer, boolean, described, type JsonTime, json, named, nullableString, orNull, string } from "./schema.js";

// Parts that the shapes of several services have in common.

export const Id = named("Id", Type.Integer({ format: "int32", minimum: 1, maximum: maxInt }));

export const Time = named(
  "Time",
  Type.Unsafe<JsonTime>({
    type: "string",
    format: "date-time",
    pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$",
    description: "ISO-8601, UTC, with milliseconds.",
    examples: ["2015-06-15T19:03:26.346Z"],
  }),
);

export const Reference = named("Reference", answer("An object that is only named.", { id: Id }));

export const ErrorAnswer = named("Error", answer("What is wrong.", { detail: described(string, "For people.") }));

export const Problem = named(
  "Problem",
  Type.Object(
    {
      type: described(string, "`about:blank`: the title says no more than the status."),
      title: string,
      status: Type.Integer(),
      detail: described(string, "For people."),
      instance: described(string, "What was asked for."),
      errors: Type.Optional(
        Type.Array(
          Type.Object(
            {
              code: described(string, "What kind of mistake it is, as in GraphQL's `UserErrorCode`."),
              detail: described(string, "What is wrong, to be read after the field's name."),
              pointer: Type.Optional(described(string, "A JSON pointer to the field of the body.")),
              parameter: Type.Optional(described(string, "The parameter of the query string.")),
            },
            { additionalProperties: false, description: "A field that is wrong." },
          ),
        ),
      ),
    },
    { additionalProperties: false, description: "What is wrong, as RFC 9457 describes it." },
  ),
);

export const Version = named(
  "Version",
  answer("The version of the gateway, which is not that of a Scale.", { version: Type.String({ examples: ["1.0.0"] }) }),
);

export const TriggerRule = named(
  "TriggerRule",
  answer("A rule that causes things.", {
    id: Id,
    type: string,
    name: string,
    is_active: boolean,
    configuration: json("What the rule looks for."),
  }),
);

const event = { id: Id, type: Type.String({ examples: ["USER"] }), rule: orNull(Reference), occurred: Time };

export const EventSummary = named("EventSummary", answer("Who or what caused a thing, in a list.", event));

export const Event = named(
  "Event",
  answer("Who or what caused a thing.", {
    ...event,
    rule: orNull(TriggerRule),
    description: json('For a request, who sent it: `{"user": "Anonymous"}`.'),
  }),
);

export const jobTypeProperties = {
  id: Id,
  name: string,
  version: string,
  title: nullableString,
  description: nullableString,
  category: nullableString,
  author_name: nullableString,
  author_url: nullableString,
  is_system: boolean,
  is_long_running: boolean,
  is_active: boolean,
  is_operational: boolean,
  is_paused: boolean,
  icon_code: nullableString,
};

export const JobType = named("JobType", answer("A kind of work.", jobTypeProperties));
