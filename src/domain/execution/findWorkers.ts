import type { Db } from "../../db/database.js";
import { selectWorkers, type WorkerRow } from "../../db/sql/execution/selectWorkers.js";

export { maxWorkers, type WorkerRow } from "../../db/sql/execution/selectWorkers.js";

/** Finds the workers that were seen in the last hour, or have executions in hand. */
export const findWorkers = (db: Db): Promise<WorkerRow[]> => db.query<WorkerRow>(selectWorkers);
