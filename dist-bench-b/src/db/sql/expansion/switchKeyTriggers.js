/**
 * $1 `replica` or `origin`. With `replica`, the triggers that check foreign keys do not fire for the statements that follow in this
 * transaction, nor does any trigger that is not `ENABLE ALWAYS`.
 * @throws SQLSTATE 42501 where the role may not do that
 */
export const switchKeyTriggers = {
    name: "switch_key_triggers",
    text: "SELECT set_config('session_replication_role', $1, true)",
};
