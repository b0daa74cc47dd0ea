import type { Db } from "../../../db/database.js";
import { selectOtherTriggers, switchKeyTriggers, type TriggerRow } from "../../../db/sql/expansion/keyTriggers.js";

/**
 * How the foreign keys of new recipes and jobs are checked. BY_ROW: by PostgreSQL's triggers, for each row and each key. BY_CHUNK: once for a
 * chunk, by the statement itself, with these triggers switched off. Both lock the same rows against being deleted.
 */
export type KeyChecks = "BY_ROW" | "BY_CHUNK";

/** Finds out whether the triggers may be switched off. @returns null if so, else why not */
export async function whyCheckedByRow(db: Db): Promise<string | null> {
  const [other] = await db.query<TriggerRow>(selectOtherTriggers);
  if (other) return `the trigger ${other.name} of ${other.table} would not fire`;
  try {
    await db.statements((tx) => tx.query(switchKeyTriggers, ["replica"]));
    return null;
  } catch (error) {
    if ((error as { code?: unknown }).code === "42501") return "the role may not set session_replication_role";
    throw error;
  }
}
