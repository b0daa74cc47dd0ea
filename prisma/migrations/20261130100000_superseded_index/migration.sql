-- Most jobs and recipes supersede none, and each change of a job's status would write an entry without a key into this index.
DROP INDEX "job_superseded_job_id_key";
CREATE UNIQUE INDEX "job_superseded_job_id_key" ON "job" ("superseded_job_id") WHERE "superseded_job_id" IS NOT NULL;
DROP INDEX "recipe_superseded_recipe_id_key";
CREATE UNIQUE INDEX "recipe_superseded_recipe_id_key" ON "recipe" ("superseded_recipe_id") WHERE "superseded_recipe_id" IS NOT NULL;
