import type { Statement } from "../../database.js";
import { snakeCase } from "../view/viewOf.js";

// Statements that read rows by their ids ($1), and only some of their columns: those that are left out can be long. The model API takes three
// to five times as long for them, and has no limit in bytes for what it reads.

/** @param columns as the code calls them */
const selectByIds = (name: string, table: string, columns: readonly string[]): Statement => ({
  name,
  text: `SELECT ${columns.map((column) => `${snakeCase(column)} AS "${column}"`).join(", ")} FROM ${table} WHERE id = ANY($1::int[])`,
});

/** Without what went in and came out. */
export const jobColumns = [
  ...["id", "jobTypeId", "jobTypeRevId", "status", "eventId", "errorId", "priority", "timeout", "maxTries", "numExes"],
  ...["isSuperseded", "rootSupersededJobId", "supersededJobId"],
  ...["created", "queued", "started", "ended", "lastStatusChange", "superseded", "lastModified"],
] as const;
/** Workers claim by the hundred, and read their jobs by it: 100 of them take 1 ms of a processor, and 5 ms by the model API. */
export const selectJobs: Statement = selectByIds("select_jobs", "job", jobColumns);

export const selectJobDocuments: Statement = selectByIds("select_job_documents", "job", ["id", "data", "results"]);

/** Without the interface. */
export const jobTypeColumns = [
  ...["id", "name", "version", "title", "description", "category", "authorName", "authorUrl", "iconCode"],
  ...["isSystem", "isLongRunning", "isActive", "isOperational", "isPaused", "maxRunning", "cpusRequired", "memRequired"],
] as const;
/** Every request for a list of jobs does so: it takes 0.05 ms, and by the model API 0.17 ms. */
export const selectJobTypeSummaries: Statement = selectByIds("select_job_type_summaries", "job_type", jobTypeColumns);

/** Without the definition. */
export const recipeTypeColumns = [
  ...["id", "name", "version", "title", "description", "isActive", "revisionNum", "triggerRuleId"],
  ...["created", "archived", "lastModified"],
] as const;
/** It takes 0.1 ms, and by the model API 0.5 ms. */
export const selectRecipeTypes: Statement = selectByIds("select_recipe_types", "recipe_type", recipeTypeColumns);
