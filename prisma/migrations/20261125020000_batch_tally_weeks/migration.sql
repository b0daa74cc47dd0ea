-- The tally counts batches by the week of their last change and of their creation, too, for pages by number far into a list by these
-- times: the weeks that are passed over as a whole are passed over by their numbers, and only the rest is walked. Page 1,000 of 1,000,000
-- batches walked past 100,000 entries of an index, which takes three times as long as all else of the page.
--
-- A row counts batches of one recipe type and status, or of one week of change, or of one week of creation. What a batch costs that is
-- created by itself goes from one row to three. A chunk of a creator adds rows only where the batch was last changed in an earlier week.

-- Nobody may write who would still count the old way.
LOCK TABLE "batch" IN SHARE ROW EXCLUSIVE MODE;

ALTER TABLE "batch_tally"
  ALTER COLUMN "recipe_type_id" DROP NOT NULL,
  ALTER COLUMN "status" DROP NOT NULL,
  ADD COLUMN "changed_week" DATE,
  ADD COLUMN "created_week" DATE;

-- Its Monday.
CREATE FUNCTION "batch_week"(timestamptz) RETURNS date LANGUAGE sql IMMUTABLE
  RETURN date_trunc('week', $1 AT TIME ZONE 'UTC')::date;

CREATE OR REPLACE FUNCTION "batch_tally_count"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO batch_tally (recipe_type_id, status, changed_week, created_week, n)
  SELECT recipe_type_id, status, changed_week, created_week, CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END
  FROM (SELECT recipe_type_id, status, batch_week(last_modified) AS changed_week, batch_week(created) AS created_week FROM changed) c
  GROUP BY GROUPING SETS ((recipe_type_id, status), (changed_week), (created_week));
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION "batch_tally_move"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO batch_tally (recipe_type_id, status, changed_week, created_week, n)
  SELECT recipe_type_id, status, changed_week, created_week, sum(n)
  FROM (VALUES (OLD.recipe_type_id, OLD.status, batch_week(OLD.last_modified), batch_week(OLD.created), -1),
    (NEW.recipe_type_id, NEW.status, batch_week(NEW.last_modified), batch_week(NEW.created), 1)
  ) AS c (recipe_type_id, status, changed_week, created_week, n)
  GROUP BY GROUPING SETS ((recipe_type_id, status), (changed_week), (created_week)) HAVING sum(n) <> 0;
  RETURN NULL;
END
$$;
DROP TRIGGER "batch_tally_update" ON "batch";
CREATE TRIGGER "batch_tally_update" AFTER UPDATE OF "status", "recipe_type_id", "last_modified", "created" ON "batch" FOR EACH ROW
  WHEN (OLD.status <> NEW.status OR OLD.recipe_type_id <> NEW.recipe_type_id
    OR "batch_week"(OLD.last_modified) <> "batch_week"(NEW.last_modified) OR "batch_week"(OLD.created) <> "batch_week"(NEW.created))
  EXECUTE FUNCTION "batch_tally_move"();

CREATE OR REPLACE FUNCTION "batch_tally_merge"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH free AS MATERIALIZED (
    SELECT id, recipe_type_id, status, changed_week, created_week, n FROM batch_tally FOR UPDATE SKIP LOCKED
  ), merged AS MATERIALIZED (
    SELECT recipe_type_id, status, changed_week, created_week, sum(n) AS n, array_agg(id) AS ids
    FROM free GROUP BY 1, 2, 3, 4 HAVING count(*) > 1
  ), gone AS (
    DELETE FROM batch_tally WHERE id IN (SELECT unnest(ids) FROM merged)
  )
  INSERT INTO batch_tally (recipe_type_id, status, changed_week, created_week, n)
  SELECT recipe_type_id, status, changed_week, created_week, n FROM merged WHERE n <> 0;
  RETURN NULL;
END
$$;

INSERT INTO "batch_tally" ("changed_week", "created_week", "n")
SELECT changed_week, created_week, count(*)
FROM (SELECT "batch_week"("last_modified") AS changed_week, "batch_week"("created") AS created_week FROM "batch") b
GROUP BY GROUPING SETS ((changed_week), (created_week));
