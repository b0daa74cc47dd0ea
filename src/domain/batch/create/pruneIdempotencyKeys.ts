import type { Db } from "../../../db/database.js";

const keptMilliseconds = 48 * 60 * 60 * 1000;

/** Deletes the idempotency keys that are older than two days. Callers are promised that a key is kept for one day. */
export async function pruneIdempotencyKeys(db: Db, now: Date): Promise<void> {
  await db.prisma.idempotencyKey.deleteMany({ where: { created: { lt: new Date(now.getTime() - keptMilliseconds) } } });
}
