-- Where a list begins, of the batches that were changed within some bounds, is asked of functions: they keep their plans, where the same
-- question within the list's statement takes as long to parse and plan, each time, as to answer.
--
-- The parts that PostgreSQL goes through are larger: weeks, not days, and 8,192 ids. Of 1,000,000 batches, half a million a year, finding
-- the part and walking through it then take the same time; and there are 52 parts a year, not 365, to go through.
DROP INDEX "batch_id_part_idx", "batch_created_part_idx";
CREATE INDEX "batch_id_part_idx" ON "batch" (("id" >> 13), "last_modified");
CREATE INDEX "batch_created_week_idx" ON "batch" ("batch_week"("created"), "last_modified");

-- No batch that was last changed between these times, inclusive, has a lesser id than this. Null: there is no such batch.
CREATE FUNCTION "least_batch_id"(started timestamptz, ended timestamptz) RETURNS int LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT b.id >> 13 << 13 FROM batch b WHERE b.last_modified BETWEEN started AND ended ORDER BY b.id >> 13 LIMIT 1);
END
$$;

-- Nor a greater one than this.
CREATE FUNCTION "greatest_batch_id"(started timestamptz, ended timestamptz) RETURNS int LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT b.id | 8191 FROM batch b WHERE b.last_modified BETWEEN started AND ended ORDER BY b.id >> 13 DESC LIMIT 1);
END
$$;

-- Nor was one created before this.
CREATE FUNCTION "least_batch_created"(started timestamptz, ended timestamptz) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT batch_week(b.created)::timestamp AT TIME ZONE 'UTC' FROM batch b WHERE b.last_modified BETWEEN started AND ended
    ORDER BY batch_week(b.created) LIMIT 1);
END
$$;

-- Nor after this.
CREATE FUNCTION "greatest_batch_created"(started timestamptz, ended timestamptz) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT (batch_week(b.created) + 7)::timestamp AT TIME ZONE 'UTC' FROM batch b WHERE b.last_modified BETWEEN started AND ended
    ORDER BY batch_week(b.created) DESC LIMIT 1);
END
$$;
