-- What schema.prisma can't express: the rules that the data itself must keep, and the indexes that the domain's questions need.

ALTER TABLE "batch"
  ADD CONSTRAINT "batch_status_check" CHECK ("status" IN ('SUBMITTED', 'CREATING', 'PAUSED', 'CREATED', 'CANCELED', 'FAILED')),
  ADD CONSTRAINT "batch_counts_check" CHECK ("created_count" >= 0 AND "failed_count" >= 0 AND "total_count" >= 0);

ALTER TABLE "job"
  ADD CONSTRAINT "job_status_check" CHECK ("status" IN ('PENDING', 'BLOCKED', 'QUEUED', 'RUNNING', 'FAILED', 'COMPLETED', 'CANCELED'));

-- A recipe of a batch was either made or has failed, never both.
ALTER TABLE "batch_recipe"
  ADD CONSTRAINT "batch_recipe_outcome_check" CHECK (("recipe_id" IS NULL) = ("failure_code" IS NOT NULL));

-- The recipes that a batch may match: those of a type that nothing supersedes, by time.
CREATE INDEX "recipe_current_idx" ON "recipe" ("recipe_type_id", "created") WHERE NOT "is_superseded";

-- A batch list and its filters; every order ends in the id.
CREATE INDEX "batch_last_modified_idx" ON "batch" ("last_modified", "id");
CREATE INDEX "batch_status_idx" ON "batch" ("status", "last_modified", "id");
CREATE INDEX "batch_recipe_type_idx" ON "batch" ("recipe_type_id", "last_modified", "id");

-- What failed is a small part of a batch and is asked for alone.
CREATE INDEX "batch_recipe_failed_idx" ON "batch_recipe" ("batch_id", "id") WHERE "failure_code" IS NOT NULL;

-- Superseding updates a recipe and its jobs in place: room in the page keeps those updates off the indexes.
ALTER TABLE "recipe" SET (fillfactor = 70);
ALTER TABLE "job" SET (fillfactor = 70);
ALTER TABLE "batch" SET (fillfactor = 70);

-- Whoever watches a batch hears of every change of it when the change is committed.
CREATE FUNCTION "batch_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('batch_changed', NEW.id::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER "batch_changed" AFTER UPDATE ON "batch" FOR EACH ROW EXECUTE FUNCTION "batch_changed"();
