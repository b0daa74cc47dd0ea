import type { Statement } from "../../database.js";

/** The lease of an execution, as PostgreSQL's text. */
export interface LeaseRow {
  readonly id: number;
  readonly leaseExpires: string;
}

/** $1 executions, $2 seconds of their leases from now on, null: as before, $3 ends of their logs, null: as before. */
export const renewLeases: Statement = {
  name: "renew_leases",
  text: `
    UPDATE job_exe e SET lease_seconds = coalesce(r.seconds, e.lease_seconds), log_tail = coalesce(r.log_tail, e.log_tail),
      lease_expires = clock_timestamp() + make_interval(secs => coalesce(r.seconds, e.lease_seconds))
    FROM unnest($1::bigint[], $2::int[], $3::text[]) AS r (id, seconds, log_tail)
    WHERE e.id = r.id AND e.status = 'RUNNING'
    RETURNING e.id, e.lease_expires AS "leaseExpires"`,
};
