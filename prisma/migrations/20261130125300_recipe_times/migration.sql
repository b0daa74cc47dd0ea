-- The earliest and the latest time of a recipe's input files, so that recipes are found and counted by them without their files. Null: look at
-- the files, as of recipes that a process of the release before makes.
ALTER TABLE "recipe" ADD COLUMN IF NOT EXISTS "source_started" TIMESTAMPTZ(6), ADD COLUMN IF NOT EXISTS "source_ended" TIMESTAMPTZ(6);
