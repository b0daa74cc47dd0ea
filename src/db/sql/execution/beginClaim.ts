import type { Statement } from "../../database.js";

/**
 * $1 worker, $2 hash of its requestId in hex, $3 nonce in hex. No row comes back where this worker's request has claimed jobs before. One that
 * came to nothing may be repeated.
 */
export const beginClaim: Statement = {
  name: "begin_claim",
  text: `
    INSERT INTO job_claim (worker, request_hash, nonce, exe_ids) VALUES ($1::text, decode($2::text, 'hex'), decode($3::text, 'hex'), '{}')
    ON CONFLICT (worker, request_hash) DO UPDATE SET nonce = excluded.nonce WHERE job_claim.exe_ids = '{}'
    RETURNING worker`,
};
