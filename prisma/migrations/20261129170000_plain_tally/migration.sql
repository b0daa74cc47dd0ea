-- Takes back three mechanisms for lists of a million batches by page number: the tally by weeks, the marks among the titles, and the
-- functions that told where a list with bounds on the last change begins. People make batches, so there are thousands of them, not millions.
-- Page 1,000 by number walks an index for 16 ms.
--
-- The tally by recipe type and status stays. A batch that is created by itself adds one row to it, as before the weeks.

-- Nobody may write who would still count the old way.
LOCK TABLE "batch" IN ACCESS EXCLUSIVE MODE;

-- The marks among the titles.
DROP TRIGGER "batch_title_insert" ON "batch";
DROP TRIGGER "batch_title_delete" ON "batch";
DROP TRIGGER "batch_title_update" ON "batch";
DROP TRIGGER "batch_title_truncate" ON "batch";
DROP FUNCTION "batch_title_count"(), "batch_title_move"(), "batch_title_clear"(), "batch_title_set_marks"(int);
DROP TABLE "batch_title_mark", "batch_title_change";

-- The beginnings of lists.
DROP FUNCTION "least_batch_id"(timestamptz, timestamptz), "greatest_batch_id"(timestamptz, timestamptz),
  "least_batch_created"(timestamptz, timestamptz), "greatest_batch_created"(timestamptz, timestamptz);
DROP INDEX "batch_id_part_idx", "batch_created_week_idx";

-- The tally by weeks. The numbers by recipe type and status are counted anew.
DROP TRIGGER "batch_tally_update" ON "batch";
DROP FUNCTION "batch_week"(timestamptz);
TRUNCATE "batch_tally";
ALTER TABLE "batch_tally"
  DROP COLUMN "changed_week",
  DROP COLUMN "created_week",
  ALTER COLUMN "recipe_type_id" SET NOT NULL,
  ALTER COLUMN "status" SET NOT NULL;

CREATE OR REPLACE FUNCTION "batch_tally_count"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO batch_tally (recipe_type_id, status, n)
  SELECT recipe_type_id, status, CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END FROM changed GROUP BY 1, 2;
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION "batch_tally_move"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO batch_tally (recipe_type_id, status, n) VALUES (OLD.recipe_type_id, OLD.status, -1), (NEW.recipe_type_id, NEW.status, 1);
  RETURN NULL;
END
$$;
-- It names its columns: the updates that count recipes, of which there are very many more, don't call it.
CREATE TRIGGER "batch_tally_update" AFTER UPDATE OF "status", "recipe_type_id" ON "batch" FOR EACH ROW
  WHEN (OLD.status <> NEW.status OR OLD.recipe_type_id <> NEW.recipe_type_id)
  EXECUTE FUNCTION "batch_tally_move"();

CREATE OR REPLACE FUNCTION "batch_tally_merge"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH free AS MATERIALIZED (
    SELECT id, recipe_type_id, status, n FROM batch_tally FOR UPDATE SKIP LOCKED
  ), merged AS MATERIALIZED (
    SELECT recipe_type_id, status, sum(n) AS n, array_agg(id) AS ids FROM free GROUP BY 1, 2 HAVING count(*) > 1
  ), gone AS (
    DELETE FROM batch_tally WHERE id IN (SELECT unnest(ids) FROM merged)
  )
  INSERT INTO batch_tally (recipe_type_id, status, n) SELECT recipe_type_id, status, n FROM merged WHERE n <> 0;
  RETURN NULL;
END
$$;

INSERT INTO "batch_tally" ("recipe_type_id", "status", "n") SELECT "recipe_type_id", "status", count(*) FROM "batch" GROUP BY 1, 2;
