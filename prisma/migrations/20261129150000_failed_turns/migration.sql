-- Turns in a row that the batch's creator has failed at for a reason of the batch's own. The third ends the batch; a chunk that
-- is committed begins the count anew.
ALTER TABLE "batch" ADD COLUMN "failed_turns" SMALLINT NOT NULL DEFAULT 0;
