-- The W3C trace context of the request that made a batch. Its expansion and its jobs add to that trace. No table is rewritten or read.
ALTER TABLE "batch" ADD COLUMN "traceparent" VARCHAR(55);
