-- Since when executions of a batch's jobs are missing because they were pruned. What was counted of them before is not counted again.
ALTER TABLE "batch" ADD COLUMN "pruned" TIMESTAMPTZ(6);
DROP INDEX "batch_uncounted_idx";
CREATE INDEX "batch_uncounted_idx" ON "batch" ("id")
  WHERE "work_finished" IS NOT NULL AND "metrics_of" IS DISTINCT FROM "work_finished" AND "pruned" IS NULL;
