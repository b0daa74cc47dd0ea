import type { Statement } from "../../database.js";

/**
 * $1 worker, $2 hash of its requestId in hex, $3 nonce in hex. Begins a claim. No row comes back where the request has been given jobs
 * before. A request that was given none begins anew.
 */
export const beginClaim: Statement = {
  name: "begin_claim",
  text: `
    INSERT INTO job_claim (worker, request_hash, nonce, exe_ids) VALUES ($1::text, decode($2::text, 'hex'), decode($3::text, 'hex'), '{}')
    ON CONFLICT (worker, request_hash) DO UPDATE SET nonce = excluded.nonce WHERE job_claim.exe_ids = '{}'
    RETURNING worker`,
};
