import { jobTypeProperties } from "./jobSchemas.js";
import { answer, boolean, json, listOf, nullable, orNull, pageOf, ref, revision, type Schema, string } from "./schema.js";

const names = { id: ref("Id"), name: string, version: string, title: nullable("string"), description: nullable("string") };

const recipeType = {
  ...names,
  is_active: boolean,
  definition: json("A recipe definition."),
  revision_num: { ...revision, description: "Counts the edits of the definition." },
  created: ref("Time"),
  last_modified: ref("Time"),
  archived: orNull(ref("Time")),
  trigger_rule: orNull(ref("Reference")),
};

const jobInterface = json("Its inputs and outputs, and its command.");

export const recipeTypeSchemas: Readonly<Record<string, Schema>> = {
  RecipeTypeSummary: answer("A recipe type, by its names.", names),
  RecipeType: answer("A recipe type.", recipeType),
  RecipeTypeDetails: answer("A recipe type with what belongs to it.", {
    ...recipeType,
    trigger_rule: orNull(ref("TriggerRule")),
    job_types: {
      ...listOf(
        answer("A job type with its interface, under both of the names that clients look for.", {
          ...jobTypeProperties,
          interface: jobInterface,
          job_type_interface: jobInterface,
        }),
      ),
      description: "The job types that the definition names, each once.",
    },
  }),
  RecipeTypeList: pageOf("recipe types", ref("RecipeType")),
};
