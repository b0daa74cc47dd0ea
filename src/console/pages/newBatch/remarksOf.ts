import type { BatchPlan } from "./documents.js";

/** The parts of the form. */
export type Field = "type" | "jobs" | "range" | "priority" | "running" | "stop" | "title" | "description" | "all";

export interface Remark {
  readonly text: string;
  readonly isError: boolean;
}

const fieldOfWarning: Readonly<Record<string, Field>> = {
  RECIPE_TYPE_INACTIVE: "type",
  UNKNOWN_JOB_NAME: "jobs",
  JOB_NAMES_IGNORED: "jobs",
  DATE_RANGE_IN_FUTURE: "range",
};

const fieldOfPath: Readonly<Record<string, Field>> = {
  recipeTypeId: "type",
  title: "title",
  description: "description",
  "definition.jobNames": "jobs",
  "definition.allJobs": "jobs",
  "definition.dateRange": "range",
  "definition.priority": "priority",
  "limits.maxRunningJobs": "running",
  "limits.stopAfterFailedJobs": "stop",
};

/**
 * What the gateway says of a batch, by the part of the form that it is about; "all" has what is about the whole.
 * @param own what the page says itself
 */
export function remarksOf(
  { errors, warnings }: Partial<Pick<BatchPlan, "errors" | "warnings">>,
  own: readonly (readonly [Field, Remark])[] = [],
): ReadonlyMap<Field, readonly Remark[]> {
  const remarks = [
    ...own,
    ...(errors ?? []).map(({ path, message }) => {
      const field = fieldOfPath[path.slice(0, 2).join(".")] ?? fieldOfPath[path[0] ?? ""] ?? "all";
      return [field, { text: message, isError: true }] as const;
    }),
    ...(warnings ?? []).map(({ id, details }) => [fieldOfWarning[id] ?? "all", { text: details, isError: false }] as const),
  ];
  const byField = new Map<Field, Remark[]>();
  for (const [field, remark] of remarks) byField.set(field, [...(byField.get(field) ?? []), remark]);
  return byField;
}
