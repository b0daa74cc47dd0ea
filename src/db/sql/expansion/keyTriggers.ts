import type { Statement } from "../../database.js";

/** A trigger that somebody has added to a table. */
export interface TriggerRow {
  readonly table: string;
  readonly name: string;
}

/** Finds triggers on the tables that the creator's statement writes, which would not fire while those that check foreign keys do not. */
export const selectOtherTriggers: Statement = {
  text: `
    SELECT tgrelid::regclass::text AS table, tgname AS name FROM pg_trigger
    WHERE NOT tgisinternal AND tgenabled = 'O' AND tgrelid IN ('trigger_event'::regclass, 'recipe'::regclass, 'recipe_file'::regclass,
      'job'::regclass, 'recipe_job'::regclass, 'batch_recipe'::regclass, 'batch_job'::regclass, 'work_tally'::regclass)
    ORDER BY 1, 2 LIMIT 1`,
};

/**
 * $1 `replica` or `origin`. With `replica`, the triggers that check foreign keys do not fire for the statements that follow in this
 * transaction, nor does any trigger that is not `ENABLE ALWAYS`.
 * @throws SQLSTATE 42501 where the role may not do that
 */
export const switchKeyTriggers: Statement = {
  name: "switch_key_triggers",
  text: "SELECT set_config('session_replication_role', $1, true)",
};
