import { Type } from "typebox";
import { Id, jobTypeProperties, Reference, Time, TriggerRule } from "./commonSchemas.js";
import { answer, boolean, described, json, named, nullableString, orNull, pageOf, revision, string } from "./schema.js";

const recipeTypeNames = { id: Id, name: string, version: string, title: nullableString, description: nullableString };

export const RecipeTypeSummary = named("RecipeTypeSummary", answer("A recipe type, by its names.", recipeTypeNames));

const recipeType = {
  ...recipeTypeNames,
  is_active: boolean,
  definition: json("A recipe definition."),
  revision_num: described(revision, "Counts the edits of the definition."),
  created: Time,
  last_modified: Time,
  archived: orNull(Time),
  trigger_rule: orNull(Reference),
};

export const RecipeType = named("RecipeType", answer("A recipe type.", recipeType));

const jobInterface = json("Its inputs and outputs, and its command.");

export const RecipeTypeDetails = named(
  "RecipeTypeDetails",
  answer("A recipe type with what belongs to it.", {
    ...recipeType,
    trigger_rule: orNull(TriggerRule),
    job_types: Type.Array(
      answer("A job type with its interface, under both of the names that clients look for.", {
        ...jobTypeProperties,
        interface: jobInterface,
        job_type_interface: jobInterface,
      }),
      { description: "The job types that the definition names, each once." },
    ),
  }),
);

export const RecipeTypeList = named("RecipeTypeList", pageOf("recipe types", RecipeType));
