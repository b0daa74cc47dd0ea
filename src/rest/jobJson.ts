import type { FileRow } from "../domain/execution/findFiles.js";
import type { WholeJob } from "../domain/execution/findWholeJob.js";
import { File, Job } from "./schemas/jobSchemas.js";
import { toJson } from "./toJson.js";

const make = toJson(Job);
const makeFile = toJson(File);

/** The JSON of a file, as it stands in a job's inputs and outputs. */
export const fileJson = ({ name, size, uri, ...file }: FileRow) => makeFile({ ...file, fileName: name, fileSize: size, url: uri });

export const jobJson = ({ jobTypeRevision, recipeJobs, executions, ...job }: WholeJob) =>
  make({
    ...job,
    jobTypeRev: jobTypeRevision,
    recipes: recipeJobs.map(({ recipe: { recipeTypeRevision, supersededByRecipe, ...recipe } }) => ({
      ...recipe,
      recipeTypeRev: { ...recipeTypeRevision, recipeTypeId: recipe.recipeTypeId },
      supersededByRecipeId: supersededByRecipe?.id ?? null,
    })),
    jobExes: executions.map(({ attempt, claimed, exitCode, ...execution }) => ({
      ...execution,
      exeNum: attempt,
      jobExitCode: exitCode,
      timeout: job.timeout,
      created: claimed,
      started: claimed,
    })),
  });
