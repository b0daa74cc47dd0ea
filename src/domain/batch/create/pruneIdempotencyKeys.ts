import type { Db } from "../../../db/database.js";

const keptMilliseconds = 48 * 60 * 60 * 1000;

/** Forgets the idempotency keys that are older than two days; callers are promised one. */
export async function pruneIdempotencyKeys(db: Db, now: Date): Promise<void> {
  await db.prisma.idempotencyKey.deleteMany({ where: { created: { lt: new Date(now.getTime() - keptMilliseconds) } } });
}
