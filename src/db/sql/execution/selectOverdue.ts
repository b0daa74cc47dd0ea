import type { Statement } from "../../database.js";

/** $1 the most to find. Finds running executions whose lease has run out, or whose timeout has passed. */
export const selectOverdue: Statement = {
  name: "select_overdue",
  text: `
    SELECT id FROM job_exe WHERE status = 'RUNNING' AND (lease_expires < clock_timestamp() OR times_out < clock_timestamp())
    ORDER BY id LIMIT $1::int`,
};
