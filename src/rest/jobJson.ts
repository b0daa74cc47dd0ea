import type { JobDetails } from "../domain/job/findJobDetails.js";
import { Job } from "./schemas/jobSchemas.js";
import { toJson } from "./toJson.js";

const make = toJson(Job);

/** The JSON of *Job Details*. */
export const jobJson = ({ jobTypeRevision, recipeJobs, ...job }: JobDetails) =>
  make({
    ...job,
    jobTypeRev: jobTypeRevision,
    recipes: recipeJobs.map(({ recipe: { recipeTypeRevision, supersededByRecipe, ...recipe } }) => ({
      ...recipe,
      recipeTypeRev: { ...recipeTypeRevision, recipeTypeId: recipe.recipeTypeId },
      supersededByRecipeId: supersededByRecipe?.id ?? null,
    })),
  });
