import type pg from "pg";

/** Whether sessions take no changes: the database is a standby, or `default_transaction_read_only` is on. */
export async function isReadOnly(connection: pg.Pool | pg.ClientBase): Promise<boolean> {
  const { rows } = await connection.query("SHOW transaction_read_only");
  return rows[0].transaction_read_only === "on";
}
