-- The chains of the batches that there are. It takes some 10 s where they have re-processed a million recipes of other batches.
-- It stands apart from the change of the table, so that nobody who reads or makes batches waits meanwhile.
UPDATE "batch" b SET "previous_id" = p."previous_id" FROM (
  SELECT DISTINCT ON (mine."batch_id") mine."batch_id" AS "id", made."batch_id" AS "previous_id"
  FROM "batch_recipe" mine JOIN "batch_recipe" made ON made."recipe_id" = mine."superseded_recipe_id" AND made."batch_id" < mine."batch_id"
  GROUP BY mine."batch_id", made."batch_id"
  ORDER BY mine."batch_id", count(*) DESC, made."batch_id" DESC
) AS p WHERE p."id" = b."id";
WITH RECURSIVE chain AS (
  SELECT "id", "id" AS "root_id" FROM "batch" WHERE "previous_id" IS NULL
  UNION ALL
  SELECT b."id", c."root_id" FROM chain c JOIN "batch" b ON b."previous_id" = c."id"
)
UPDATE "batch" b SET "root_id" = c."root_id" FROM chain c WHERE c."id" = b."id" AND b."previous_id" IS NOT NULL;
