import type { Task } from "graphile-worker";
import type { Db } from "../db/database.js";
import { pruneIdempotencyKeys } from "../domain/batch/pruneIdempotencyKeys.js";

/** The hourly task that forgets old idempotency keys. */
export const pruneIdempotencyKeysTask =
  (db: Db): Task =>
  () =>
    pruneIdempotencyKeys(db, new Date());
