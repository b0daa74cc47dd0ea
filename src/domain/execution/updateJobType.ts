import type { Db } from "../../db/database.js";
import { changeJobType } from "../../db/sql/execution/changeJobType.js";
import { notifyTypes } from "../../db/sql/execution/notifyQueued.js";
import { DomainError, notFound, refuse } from "../errors.js";
import { maxInt } from "../storable.js";
import { lockQueues } from "./lockQueues.js";

/** What can be changed of a job type. Undefined leaves a field as it is. */
export interface JobTypeChanges {
  /** The most jobs of the type that run at once, from 1 on. Null takes the limit away. */
  readonly maxRunning?: number | null | undefined;
  /** Whether its queued jobs are held. */
  readonly isPaused?: boolean | undefined;
}

/**
 * Limits a job type, or pauses it. Once this commits, no job of the type is handed out against it; jobs that run go on.
 * @throws {DomainError} NOT_FOUND; INVALID about the field; CONFLICT for a system job type, whose jobs are not handed out
 */
export async function updateJobType(db: Db, id: number, { maxRunning, isPaused }: JobTypeChanges): Promise<void> {
  if (typeof maxRunning === "number" && !(maxRunning >= 1 && maxRunning <= maxInt)) {
    refuse([{ code: "INVALID", path: ["maxRunning"], message: "must be an integer from 1 on, or null" }]);
  }
  await db.transaction(async (tx) => {
    await lockQueues(tx, [], [id]);
    const type = await tx.prisma.jobType.findUnique({ where: { id } });
    if (!type) throw notFound("job type", id);
    if (type.isSystem) {
      const message = `Job type ${type.name} ${type.version} is the gateway's own: its jobs are not handed out`;
      throw new DomainError({ code: "CONFLICT", path: [], message });
    }
    await tx.query(changeJobType, [id, maxRunning !== undefined, maxRunning ?? null, isPaused ?? null]);
    await tx.query(notifyTypes, [[id]]);
  });
}
