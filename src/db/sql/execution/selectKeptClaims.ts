import type { Statement } from "../../database.js";

/** An execution that a request has claimed and that still runs. */
export interface KeptClaimRow {
  readonly nonce: string;
  /** Its place in the answer, from 1. */
  readonly slot: number;
  readonly exeId: number;
  readonly jobId: number;
  readonly attempt: number;
  readonly data: unknown;
  readonly leaseExpires: string;
  readonly timesOut: string;
}

/** $1 worker, $2 hash of its requestId in hex. Finds what the request has claimed, as far as it still runs. */
export const selectKeptClaims: Statement = {
  name: "select_kept_claims",
  text: `
    SELECT encode(c.nonce, 'hex') AS nonce, x.slot::int AS slot, e.id AS "exeId", e.job_id AS "jobId", e.exe_num AS attempt, j.data,
      e.lease_expires AS "leaseExpires", e.times_out AS "timesOut"
    FROM job_claim c CROSS JOIN unnest(c.exe_ids) WITH ORDINALITY AS x (id, slot)
      JOIN job_exe e ON e.id = x.id JOIN job j ON j.id = e.job_id
    WHERE c.worker = $1::text AND c.request_hash = decode($2::text, 'hex') AND e.status = 'RUNNING'
    ORDER BY x.slot`,
};
