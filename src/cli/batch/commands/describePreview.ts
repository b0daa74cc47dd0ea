import type { JobAction } from "../../generated/graphql.js";
import { formatCount, plainText } from "../../print.js";
import { describeDefinition } from "../output/describeDefinition.js";
import { countOf } from "../output/formats.js";
import { type Column, table, wrapped } from "../output/table.js";
import { styled } from "../output/terminal.js";
import type { Preview } from "./previewBatch.js";

type RevisionPlan = Preview["answer"]["plan"][number];
type JobPlan = RevisionPlan["jobs"][number];

/** The words for what becomes of jobs, in the order in which they are printed. */
const actions = { ADD: "new", RERUN: "run again", KEEP: "kept", REMOVE: "removed" } as const satisfies Record<JobAction, string>;
const words = ["replaced", ...Object.values(actions)];

type Row = readonly [revision: string, recipes: string, what: string, jobs: string];

const columns: readonly Column<Row>[] = [
  { head: "Revision", cell: ([revision]) => revision, align: "right" },
  { head: "Recipes", cell: ([, recipes]) => recipes, align: "right" },
  { head: "", cell: ([, , what]) => what },
  { head: "Jobs", cell: ([, , , jobs]) => plainText(jobs), wraps: true, min: 12 },
];

const forcesJobs = ({ definition }: Preview["input"]): boolean => Boolean(definition.allJobs || definition.jobNames);

const whyNone = "Recipes of the current revision are matched only where --all-jobs or --jobs says that jobs are to run again.";

/** What a batch would do, and what is odd about it. */
export function describePreview({ recipeType, input, answer: { recipeCount, plan, warnings } }: Preview): string {
  const title = input.title ? `"${input.title}": ` : "";
  return [
    wrapped(plainText(`${title}${recipeType.name} ${recipeType.version}, ${describeDefinition(input.definition)}`)),
    styled("bold", `${countOf(recipeCount ?? 0, "recipe")} would be re-processed.`),
    ...(plan.length > 0 ? [`\n${table(columns, plan.flatMap(toRows))}`] : []),
    ...warnings.map(({ details }, i) => `${i === 0 ? "\n" : ""}${wrapped(`${styled("yellow", "Warning:")} ${plainText(details)}`)}`),
    ...(warnings.some(({ id }) => id === "NO_RECIPES") && !forcesJobs(input) ? [wrapped(whyNone)] : []),
  ].join("\n");
}

function toRows({ revisionNum, recipeCount, canReprocess, reason, jobs }: RevisionPlan): Row[] {
  const parts: (readonly [string, string])[] = canReprocess ? toParts(jobs) : [["will fail", reason ?? ""]];
  const [revision, recipes] = [String(revisionNum), formatCount(recipeCount)];
  return parts.map(([what, text], i) => (i === 0 ? [revision, recipes, what, text] : ["", "", what, text]));
}

/** A job that is removed while another of the same name is new counts as replaced. */
function toParts(jobs: RevisionPlan["jobs"]): [string, string][] {
  const namesWith = (action: JobAction) => new Set(jobs.filter((job) => job.action === action).map(({ jobName }) => jobName));
  const [added, removed] = [namesWith("ADD"), namesWith("REMOVE")];
  const wordOf = ({ action, jobName }: JobPlan) => (added.has(jobName) && removed.has(jobName) ? "replaced" : actions[action]);
  return words.flatMap((word) => {
    const names = new Set(jobs.filter((job) => wordOf(job) === word).map(({ jobName }) => jobName));
    return names.size === 0 ? [] : [[word, [...names].join(", ")]];
  });
}
