/** $1 worker, $2 job types that it has just claimed. Notes when the worker was seen, and when the types were last claimed. */
export const noteWorker = {
    name: "note_worker",
    text: `
    WITH seen AS (
      INSERT INTO worker (name, last_seen) VALUES ($1::text, now()) ON CONFLICT (name) DO UPDATE SET last_seen = now()
    )
    UPDATE job_type SET last_claim = now() WHERE id IN (
      SELECT id FROM job_type WHERE id = ANY($2::int[]) AND (last_claim IS NULL OR last_claim < now() - interval '1 second')
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
    )`,
};
