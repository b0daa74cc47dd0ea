-- Webhooks are told that work was canceled when it is finished: until then, jobs of it run, and of a large batch some are still to be
-- canceled. All other ends are told when they are written into the history. No table is locked for longer than a trigger takes to be added.

-- Writes down what each webhook is to be told of an event of a batch, in the transaction of the change. Webhooks are locked against being
-- deleted meanwhile: without the lock, the foreign key would fail the batch's own transaction.
CREATE FUNCTION "webhook_delivery_of"("told" "batch_event", "at" timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  event text := 'BATCH_' || CASE WHEN told.is_work THEN 'WORK_' ELSE '' END || CASE told."to" WHEN 'HELD' THEN 'STOPPED' ELSE told."to" END;
BEGIN
  INSERT INTO webhook_delivery (webhook_id, event, batch_id, payload)
  SELECT w.id, event, b.id, jsonb_build_object(
    'type', replace(lower(event), '_', '.'),
    'timestamp', to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'data', jsonb_build_object(
      'batchId', b.id, 'title', b.title, 'recipeTypeId', b.recipe_type_id, 'createdBy', b.created_by, 'status', b.status,
      'created', b.created_count, 'failed', b.failed_count, 'workState', b.work_state, 'actor', told.actor, 'reason', told.reason,
      'jobs', (
        SELECT coalesce(jsonb_object_agg(status, n), '{}') FROM (
          SELECT lower(t.status) AS status, sum(t.n) AS n FROM work_tally t
          WHERE t.batch_id = b.id AND t.job_type_id IS NOT NULL GROUP BY 1 HAVING sum(t.n) <> 0
        ) AS counted)))
  FROM webhook w CROSS JOIN batch b
  WHERE w.is_active AND event = ANY(w.events) AND b.id = told.batch_id
  FOR KEY SHARE OF w;
END
$$;

CREATE OR REPLACE FUNCTION "webhook_delivery_add"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM webhook_delivery_of(NEW, NEW.occurred);
  RETURN NULL;
END
$$;
DROP TRIGGER "webhook_delivery_add" ON "batch_event";
CREATE TRIGGER "webhook_delivery_add" AFTER INSERT ON "batch_event" FOR EACH ROW
  WHEN (CASE WHEN NEW.is_work THEN NEW."to" IN ('SUCCEEDED', 'FAILED') OR (NEW."to" = 'HELD' AND NEW.actor = 'batch-gateway')
    ELSE NEW."to" IN ('CREATED', 'FAILED') END)
  EXECUTE FUNCTION "webhook_delivery_add"();

-- Who has canceled it, and why, stands in the history.
CREATE FUNCTION "webhook_delivery_add_canceled"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM webhook_delivery_of(e, greatest(NEW.work_finished, e.occurred)) FROM (
    SELECT * FROM batch_event WHERE batch_id = NEW.id AND is_work AND "to" = 'CANCELED' ORDER BY id DESC LIMIT 1
  ) AS e;
  RETURN NULL;
END
$$;
CREATE TRIGGER "webhook_delivery_add_canceled" AFTER UPDATE OF "work_state", "work_finished" ON "batch" FOR EACH ROW
  WHEN (NEW."work_state" = 'CANCELED' AND NEW."work_finished" IS NOT NULL
    AND (OLD."work_state" <> 'CANCELED' OR OLD."work_finished" IS NULL))
  EXECUTE FUNCTION "webhook_delivery_add_canceled"();
