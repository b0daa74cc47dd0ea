import type { Statement } from "../../database.js";

/** $1 seconds for which nobody has looked. Gives all running executions their leases anew, and that much more time. */
export const extendLeases: Statement = {
  name: "extend_leases",
  text: `
    UPDATE job_exe SET lease_expires = greatest(lease_expires, clock_timestamp() + make_interval(secs => lease_seconds)),
      times_out = times_out + make_interval(secs => $1::float8)
    WHERE status = 'RUNNING'`,
};
