import type { Statement } from "../../database.js";

/** Removes claims that are kept for repetition and older than a day, and workers that were not seen for a week. */
export const pruneClaims: Statement = {
  name: "prune_claims",
  text: `
    WITH claims AS (DELETE FROM job_claim WHERE created < now() - interval '1 day')
    DELETE FROM worker WHERE last_seen < now() - interval '7 days'`,
};
