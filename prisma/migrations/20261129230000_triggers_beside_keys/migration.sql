-- The creator's statement can switch off the triggers that check foreign keys row by row, for itself alone (`session_replication_role`). The
-- triggers that count jobs are to fire all the same. Each of these statements locks its table against writers for a moment.
ALTER TABLE "job" ENABLE ALWAYS TRIGGER "work_tally_insert";
ALTER TABLE "job" ENABLE ALWAYS TRIGGER "work_tally_update";
ALTER TABLE "job" ENABLE ALWAYS TRIGGER "work_tally_delete";
ALTER TABLE "job" ENABLE ALWAYS TRIGGER "work_tally_truncate";
ALTER TABLE "work_tally" ENABLE ALWAYS TRIGGER "work_tally_merge";
