import type { Db } from "../../db/database.js";
import { hasWorkLeft } from "../../db/sql/execution/hasWorkLeft.js";

/** Whether a batch has jobs that run, or that can still run. */
export const isWorkLeft = async (tx: Db, batchId: number): Promise<boolean> =>
  (await tx.query<{ isLeft: boolean }>(hasWorkLeft, [batchId]))[0]?.isLeft === true;
