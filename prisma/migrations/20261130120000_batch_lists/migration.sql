-- Whoever follows a list of batches hears of each batch that is made, and of each that a list would show otherwise. How far a batch is changes
-- too often for that: those who watch the batch hear of it. The channel is theirs, so one connection listens for both.
CREATE FUNCTION "batch_list_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('batch_changed', 'list:' || NEW.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER "batch_list_insert" AFTER INSERT ON "batch" FOR EACH ROW EXECUTE FUNCTION "batch_list_changed"();
CREATE TRIGGER "batch_list_update" AFTER UPDATE OF "title", "status", "work_state", "work_finished" ON "batch" FOR EACH ROW
  WHEN ((OLD.title, OLD.status, OLD.work_state, OLD.work_finished) IS DISTINCT FROM (NEW.title, NEW.status, NEW.work_state, NEW.work_finished))
  EXECUTE FUNCTION "batch_list_changed"();
