-- Chains of batches, and what the executions of their jobs taught. New columns without defaults rewrite nothing.
ALTER TABLE "batch"
  ADD COLUMN "previous_id" INTEGER,
  ADD COLUMN "root_id" INTEGER,
  ADD COLUMN "metrics_of" TIMESTAMPTZ(6);
ALTER TABLE "batch" ADD CONSTRAINT "batch_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "batch" ADD CONSTRAINT "batch_root_id_fkey" FOREIGN KEY ("root_id") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "batch_job_metrics" (
    "batch_id" INTEGER NOT NULL,
    "job_name" VARCHAR(100) NOT NULL,
    "position" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "shortest" DOUBLE PRECISION,
    "mean" DOUBLE PRECISION,
    "p95" DOUBLE PRECISION,
    "longest" DOUBLE PRECISION,

    CONSTRAINT "batch_job_metrics_pkey" PRIMARY KEY ("batch_id", "job_name")
);
ALTER TABLE "batch_job_metrics" ADD CONSTRAINT "batch_job_metrics_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The batches whose work has ended and whose executions are still to be counted: none, but for a second after an end.
CREATE INDEX "batch_uncounted_idx" ON "batch" ("id")
  WHERE "work_finished" IS NOT NULL AND "metrics_of" IS DISTINCT FROM "work_finished" AND "metrics_of" IS DISTINCT FROM 'infinity';
