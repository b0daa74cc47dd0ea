import type { BatchInput } from "../../generated/graphql.js";
import type { Values } from "../../parts/valuesOf.js";

/** What the address says of the batch, or will say soon, but for its title and its description, which change nothing of what it does. */
export function definedIn(values: Values): BatchInput {
  const [from, to] = [values.get("from"), values.get("to")];
  const limits = { maxRunningJobs: integer(values.get("running")), stopAfterFailedJobs: integer(values.get("stop")) };
  const hasLimits = Object.values(limits).some((limit) => limit !== null);
  return {
    recipeTypeId: values.get("type"),
    definition: {
      allJobs: values.get("all") === "1",
      ...(values.get("all") !== "1" && { jobNames: [...values.list("jobs")] }),
      ...((from || to) && { dateRange: { type: dateTypeOf(values), ...(from && { started: from }), ...(to && { ended: to }) } }),
      ...(values.get("priority") && { priority: integer(values.get("priority")) }),
    },
    ...(hasLimits && { limits }),
  };
}

export const dateTypeOf = (values: Values) => (values.get("by") === "data" ? "DATA" : "CREATED");

/** Whether jobs are named that run again even where nothing has changed; then recipes of the current revision match, too. */
export const forcesJobs = (values: Values): boolean => values.get("all") === "1" || values.list("jobs").length > 0;

/** The fields of whole numbers that have something else. They are left out of the batch, so it must not be created. */
export const unreadableIn = (values: Values) =>
  (["priority", "running", "stop"] as const).filter((name) => values.get(name) !== "" && integer(values.get(name)) === null);

/** Whether nothing can match, because the range ends before it begins. */
export const isBackward = (values: Values): boolean => {
  const [from, to] = [values.get("from"), values.get("to")];
  return from !== "" && to !== "" && Date.parse(from) > Date.parse(to);
};

const integer = (text: string): number | null => (/^-?\d{1,10}$/.test(text) ? Number(text) : null);
