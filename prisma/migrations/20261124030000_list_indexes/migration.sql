-- The orders of the list of batches that had no index: ID, CREATED, TITLE and STATUS (by the time of the last change has one, and one
-- each behind a status and behind a recipe type). Measured for pages of 100 of 1,000,000 batches, near and far, in either direction.
--
-- One index for each order, the columns that filters look at behind it: what a filter passes over is passed over in the index alone,
-- 30 entries in a microsecond, and whatever is filtered by, in any combination, the same index serves. So a page by CREATED takes
-- 0.3 ms, with a status of 3 in 100 batches 0.7, and with a recipe type of 1.5 in 100 0.9; without it, all is read and sorted:
-- 160 ms at 100,000. An index for each order and filter would take nine, to save some tenths of a millisecond.
--
-- All four together take a third of what the table with its rows and other indexes does (252 bytes a batch), 5 µs more to create a
-- batch, and 12 µs more for each chunk of a creator, whose change of last_modified goes to every index in any case.
CREATE INDEX "batch_created_idx" ON "batch" ("created", "id", "last_modified", "status", "recipe_type_id");

-- The primary key has the order, too, but not the filters. With bounds on the last change it leads past 250,000 rows in 340 ms, and
-- this past as many entries in 6.
CREATE INDEX "batch_id_idx" ON "batch" ("id", "last_modified", "status", "recipe_type_id");

-- By the two expressions that make null sort behind every title (db/sql/batchOrder.ts). PostgreSQL reads an index alone only where it
-- has the very columns of its expressions: with the title itself in it, page 1,000 by number takes 36 ms instead of 800.
CREATE INDEX "batch_title_idx" ON "batch" (("title" IS NULL), (coalesce("title", '')), "id", "last_modified", "status", "recipe_type_id")
  INCLUDE ("title");

CREATE INDEX "batch_status_id_idx" ON "batch" ("status", "id", "last_modified", "recipe_type_id");
