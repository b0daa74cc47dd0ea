import type { Statement } from "../../database.js";

/** $1 worker, $2 hash of its requestId in hex, $3 the executions, in the order of the answer. */
export const keepClaim: Statement = {
  name: "keep_claim",
  text: "UPDATE job_claim SET exe_ids = $3::bigint[] WHERE worker = $1::text AND request_hash = decode($2::text, 'hex')",
};
