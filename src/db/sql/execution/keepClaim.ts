import type { Statement } from "../../database.js";

/** $1 worker, $2 hash of its requestId in hex, $3 nonce in hex. No row comes back where this worker's request has claimed before. */
export const beginClaim: Statement = {
  name: "begin_claim",
  text: `
    INSERT INTO job_claim (worker, request_hash, nonce, exe_ids) VALUES ($1::text, decode($2::text, 'hex'), decode($3::text, 'hex'), '{}')
    ON CONFLICT DO NOTHING RETURNING worker`,
};

/** $1 worker, $2 hash of its requestId in hex, $3 the executions, in the order of the answer. */
export const keepClaim: Statement = {
  name: "keep_claim",
  text: "UPDATE job_claim SET exe_ids = $3::bigint[] WHERE worker = $1::text AND request_hash = decode($2::text, 'hex')",
};

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

/** Removes what is older than a day, and workers that were not seen for a week. */
export const pruneClaims: Statement = {
  name: "prune_claims",
  text: `
    WITH claims AS (DELETE FROM job_claim WHERE created < now() - interval '1 day')
    DELETE FROM worker WHERE last_seen < now() - interval '7 days'`,
};
