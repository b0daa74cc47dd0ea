import type { Db } from "../db/database.js";
import { findJobDetails, type JobDetails, type JobRecipe } from "../domain/job/findJobDetails.js";
import { eventFields, eventSummaryFields } from "./eventJson.js";
import { errorFields, jobFields, jobSummaryFields, wholeJobTypeFields } from "./jobJson.js";
import { json, reference, time } from "./json.js";
import { recipeTypeSummaryFields } from "./recipeTypeJson.js";

/** Reads the JSON of *Job Details*. @returns null where there is no such job */
export async function jobDetails(db: Db, id: number): Promise<string | null> {
  const job = await findJobDetails(db, id);
  if (!job) return null;
  const { jobType, jobTypeRevision, event, error } = job;
  const fields = jobFields(job, {
    jobType,
    revisionNum: jobTypeRevision.revisionNum,
    event,
    supersededByJobId: job.supersededByJob?.id ?? null,
  });
  return json({
    ...fields,
    job_type_rev: { ...fields.job_type_rev, interface: jobTypeRevision.interface, created: time(jobTypeRevision.created) },
    job_type: wholeJobTypeFields(jobType),
    event: eventFields(event, event.rule),
    error: error && { ...errorFields(error), created: time(error.created), last_modified: time(error.lastModified) },
    root_superseded_job: related(job.rootSupersededJob),
    superseded_job: related(job.supersededJob),
    superseded_by_job: related(job.supersededByJob),
    data: job.data,
    results: job.results,
    recipes: job.recipeJobs.map(({ recipe }) => recipeFields(recipe)),
  });
}

const related = (job: JobDetails["supersededJob"]) => job && jobSummaryFields(job, job.jobType);

const recipeFields = ({ recipeType, recipeTypeRevision, event, ...recipe }: JobRecipe) => ({
  id: recipe.id,
  recipe_type: recipeTypeSummaryFields(recipeType),
  recipe_type_rev: { id: recipeTypeRevision.id, recipe_type: reference(recipeType.id), revision_num: recipeTypeRevision.revisionNum },
  event: eventSummaryFields(event),
  is_superseded: recipe.isSuperseded,
  root_superseded_recipe: reference(recipe.rootSupersededRecipeId),
  superseded_recipe: reference(recipe.supersededRecipeId),
  superseded_by_recipe: reference(recipe.supersededByRecipe?.id ?? null),
  created: time(recipe.created),
  completed: time(recipe.completed),
  superseded: time(recipe.superseded),
  last_modified: time(recipe.lastModified),
});
