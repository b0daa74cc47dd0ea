-- Webhooks: URLs that are told of the ends of batches, and what is delivered to them. No table that exists is locked for longer than it takes
-- to add a trigger to it.

CREATE TABLE "webhook" (
    "id" SERIAL NOT NULL,
    "url" VARCHAR(2000) NOT NULL,
    "description" TEXT,
    "events" TEXT[],
    "secret" VARCHAR(100) NOT NULL,
    "previous_secret" VARCHAR(100),
    "previous_secret_until" TIMESTAMPTZ(6),
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "disabled_reason" TEXT,
    "created_by" VARCHAR(250) NOT NULL,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_modified" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_events_check" CHECK (
  "events" <> '{}' AND "events" <@ ARRAY['BATCH_CREATED', 'BATCH_FAILED', 'BATCH_WORK_SUCCEEDED', 'BATCH_WORK_FAILED', 'BATCH_WORK_CANCELED',
    'BATCH_WORK_STOPPED']);

CREATE TABLE "webhook_delivery" (
    "id" SERIAL NOT NULL,
    "message_id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "webhook_id" INTEGER NOT NULL,
    "event" VARCHAR(50) NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_attempt" TIMESTAMPTZ(6) DEFAULT CURRENT_TIMESTAMP,
    "last_attempt" TIMESTAMPTZ(6),
    "response_status" INTEGER,
    "response_body" TEXT,
    "error" TEXT,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "webhook_delivery_message_id_key" ON "webhook_delivery"("message_id");
CREATE INDEX "webhook_delivery_webhook_id_id_idx" ON "webhook_delivery"("webhook_id", "id");
CREATE INDEX "webhook_delivery_created_idx" ON "webhook_delivery"("created");
-- What is still to send, of a webhook. Once a second it is asked of each webhook.
CREATE INDEX "webhook_delivery_due_idx" ON "webhook_delivery" ("webhook_id", "next_attempt") WHERE "status" = 'PENDING';
ALTER TABLE "webhook_delivery"
  ADD CONSTRAINT "webhook_delivery_status_check" CHECK ("status" IN ('PENDING', 'SUCCEEDED', 'FAILED')),
  ADD CONSTRAINT "webhook_delivery_next_attempt_check" CHECK (("status" = 'PENDING') = ("next_attempt" IS NOT NULL));
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey"
  FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_batch_id_fkey"
  FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Writes down what each webhook is to be told of a batch's event, in the transaction that has written the event. Webhooks are locked against
-- being deleted meanwhile: without the lock, the foreign key would fail the batch's own transaction.
CREATE FUNCTION "webhook_delivery_add"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event text := 'BATCH_' || CASE WHEN NEW.is_work THEN 'WORK_' ELSE '' END || CASE NEW."to" WHEN 'HELD' THEN 'STOPPED' ELSE NEW."to" END;
BEGIN
  INSERT INTO webhook_delivery (webhook_id, event, batch_id, payload)
  SELECT w.id, event, b.id, jsonb_build_object(
    'type', replace(lower(event), '_', '.'),
    'timestamp', to_char(NEW.occurred AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'data', jsonb_build_object(
      'batchId', b.id, 'title', b.title, 'recipeTypeId', b.recipe_type_id, 'createdBy', b.created_by, 'status', b.status,
      'created', b.created_count, 'failed', b.failed_count, 'workState', b.work_state, 'actor', NEW.actor, 'reason', NEW.reason,
      'jobs', (
        SELECT coalesce(jsonb_object_agg(status, n), '{}') FROM (
          SELECT lower(t.status) AS status, sum(t.n) AS n FROM work_tally t
          WHERE t.batch_id = b.id AND t.job_type_id IS NOT NULL GROUP BY 1 HAVING sum(t.n) <> 0
        ) AS counted)))
  FROM webhook w CROSS JOIN batch b
  WHERE w.is_active AND event = ANY(w.events) AND b.id = NEW.batch_id
  FOR KEY SHARE OF w;
  RETURN NULL;
END
$$;
-- The condition is checked without a call, so the events of a batch that are no ends cost nothing. HELD is an end only where
-- `stopAfterFailedJobs` has held the work, which the gateway itself writes down.
CREATE TRIGGER "webhook_delivery_add" AFTER INSERT ON "batch_event" FOR EACH ROW
  WHEN (CASE WHEN NEW.is_work THEN NEW."to" IN ('SUCCEEDED', 'FAILED', 'CANCELED') OR (NEW."to" = 'HELD' AND NEW.actor = 'batch-gateway')
    ELSE NEW."to" IN ('CREATED', 'FAILED') END)
  EXECUTE FUNCTION "webhook_delivery_add"();
