import type { Statement } from "../../database.js";

/** $1 worker, $2 hash of its requestId in hex, $3 nonce in hex. No row comes back where this worker's request has claimed before. */
export const beginClaim: Statement = {
  name: "begin_claim",
  text: `
    INSERT INTO job_claim (worker, request_hash, nonce, exe_ids) VALUES ($1::text, decode($2::text, 'hex'), decode($3::text, 'hex'), '{}')
    ON CONFLICT DO NOTHING RETURNING worker`,
};
