-- Where the first batch lies that was changed within some bounds, in the order of the ids and of creation. The lists of those orders are
-- walked in their own indexes, past what lies outside of the bounds: of 1,000,000 batches the first that was changed after a quarter of
-- the time is the 250,000th. Here they are cut into parts, of 4,096 ids and of a day, and PostgreSQL goes from part to part, looking
-- only for the bounds in each (a skip scan, from version 18 on; older ones walk as before).
CREATE INDEX "batch_id_part_idx" ON "batch" (("id" >> 12), "last_modified");
CREATE INDEX "batch_created_part_idx" ON "batch" ((("created" AT TIME ZONE 'UTC')::date), "last_modified");
