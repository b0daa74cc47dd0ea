import { type BatchStatus, batchStatuses } from "../domain/batch/batchStatus.js";
import { type BatchFilter, type BatchOrderField, isSortableBatchPath, sortableBatchPaths } from "../domain/batch/read/batchView.js";
import { isId } from "../domain/storable.js";
import { listQuery, repeated, storableTexts } from "./listQuery.js";
import { orderName, orderPath } from "./orderNames.js";
import { readInteger } from "./reading.js";

/** The two states that REST knows, and the domain's statuses that each stands for. */
const shownStatuses: Record<string, readonly BatchStatus[]> = {
  SUBMITTED: batchStatuses.filter((status) => status !== "CREATED"),
  CREATED: ["CREATED"],
};

/** The names that `order` takes. Superseded jobs, which lead to jobs again, are left out. */
export const batchOrderNames = sortableBatchPaths.map(orderName);

/** Sorted by status, a list is in the order of the two states that it shows. */
function orderField(name: string): BatchOrderField | null {
  const path = orderPath(isSortableBatchPath, name);
  return path === "status" ? "isNotCreated" : path;
}

export const batchQuery = listQuery<BatchFilter, BatchOrderField>({
  things: "batches",
  orderNames: batchOrderNames,
  moreOfOrder:
    " `creator_job__superseded_job__`, `creator_job__root_superseded_job__` and `creator_job__superseded_by_job__` lead to all that `creator_job__` leads to, and so on.",
  orderField,
  parameters: {
    status: {
      schema: repeated("Return only batches with this status. One that is none of the choices matches nothing.", {
        type: "string",
        enum: Object.keys(shownStatuses),
      }),
      read: (names) => ({
        statuses: Object.entries(shownStatuses).flatMap(([name, statuses]) => (names.includes(name) ? statuses : [])),
      }),
    },
    recipe_type_id: {
      schema: repeated("Return only batches with this recipe type.", { type: "integer" }),
      read: (ids, wrong) => {
        for (const id of ids) if (readInteger(id) === null) wrong(`"${id}" is not an integer`);
        // An id that no recipe type can have matches nothing. It is left out, because the database would not take it.
        return { recipeTypeIds: ids.map(Number).filter(isId) };
      },
    },
    recipe_type_name: {
      schema: repeated("Return only batches with a recipe type of this name.", { type: "string" }),
      read: (names) => ({ recipeTypeNames: storableTexts(names) }),
    },
  },
});
