-- Which jobs of a batch run, and which went wrong: few, as a rule, among many that wait or are COMPLETED. A job that completes writes into it
-- once, when it is claimed. Writers of the table wait while it is read once.
CREATE INDEX IF NOT EXISTS "job_few_idx" ON "job" ("status", "batch_id", "id") WHERE "status" IN ('RUNNING', 'FAILED', 'BLOCKED', 'CANCELED');
