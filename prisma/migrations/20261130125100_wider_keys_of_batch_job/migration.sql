-- As the keys of recipe_job before.
ALTER TABLE "batch_job" ALTER COLUMN "id" TYPE BIGINT;
ALTER SEQUENCE "batch_job_id_seq" AS BIGINT;
