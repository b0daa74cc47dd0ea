import { plainText } from "../../print.js";

/** The options by which a person fills the fields of the gateway's input. */
const options: Readonly<Record<string, string>> = {
  recipeTypeId: "--recipe-type",
  title: "--title",
  description: "--description",
  "definition.dateRange": "--from, --to",
  "definition.dateRange.started": "--from",
  "definition.dateRange.ended": "--to",
  "definition.dateRange.type": "--by-data-time",
  "definition.jobNames": "--jobs",
  "definition.allJobs": "--all-jobs",
  "definition.priority": "--priority",
  "limits.maxRunningJobs": "--max-running",
  "limits.stopAfterFailedJobs": "--stop-after-failed",
  jobIds: "--job",
  idempotencyKey: "--idempotency-key",
};

/** In a line: `--title: must be at most 50 characters`. */
export function describeProblem({ path, message }: { path: readonly string[]; message: string }): string {
  const field = path.join(".");
  if (field === "planToken") return `The preview ${plainText(message)}. To see what would be done now, run the command again.`;
  if (field === "") return plainText(message);
  return `${options[field] ?? field}: ${plainText(message)}`;
}
