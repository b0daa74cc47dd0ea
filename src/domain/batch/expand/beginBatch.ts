import type { Db } from "../../../db/database.js";
import { batchCreator } from "../../job/ensureSystemJobType.js";
import { type BatchDefinition, storedDateRange } from "../batchDefinition.js";
import { storedSelection } from "../batchSelection.js";
import { changeStatus, findBatchForUpdate } from "../changeStatus.js";
import { endBatchIfDone } from "./endBatchIfDone.js";
import { fixBatch } from "./fixBatch.js";
import { allLanes, queueExpansion } from "./queueExpansion.js";

/** Begins a batch: fixes what it matches, and queues its other lanes, all in one transaction. Does nothing if the batch has begun. */
export async function beginBatch(db: Db, batchId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const batch = await findBatchForUpdate(tx, batchId);
    if (batch.status !== "SUBMITTED") return;
    const definition = batch.definition as BatchDefinition;
    if (batch.recipeTypeRevId === null) {
      const { selection } = await tx.prisma.batch.findUniqueOrThrow({ where: { id: batchId }, select: { selection: true } });
      await fixBatch(tx, { ...batch, definition, dateRange: storedDateRange(definition), selection: storedSelection(selection) });
    }
    await changeStatus(tx, batch, { to: "CREATING", actor: batchCreator.name });
    if (!(await endBatchIfDone(tx, batchId))) await queueExpansion(tx, batchId, allLanes.slice(1), definition);
  });
}
