-- Pages by number far into the list by title, too, are found without a walk past all that lies before them. Titles have no weeks to count
-- by. So every 2,000th batch of that order is a mark, with the number of batches before it when the marks were set; and each batch that
-- came, went or was renamed since is a change, of 1 or -1. With the changes before it, a mark has the number of batches before it,
-- exactly what count(*) gives in the same snapshot.
--
-- A worker sets the marks anew when there are changes enough. It takes the changes out and counts the batches in one snapshot: whatever
-- is committed meanwhile stays a change. So nobody waits for it, nor for anybody else.
CREATE TABLE "batch_title_mark" (
    "is_untitled" BOOLEAN NOT NULL,
    "title" VARCHAR(50) NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "batch_title_mark_pkey" PRIMARY KEY ("is_untitled", "title", "batch_id")
);
CREATE TABLE "batch_title_change" (
    "id" BIGSERIAL NOT NULL,
    "is_untitled" BOOLEAN NOT NULL,
    "title" VARCHAR(50) NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "batch_title_change_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION "batch_title_count"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO batch_title_change (is_untitled, title, batch_id, n)
  SELECT title IS NULL, coalesce(title, ''), id, CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END FROM changed;
  RETURN NULL;
END
$$;
CREATE TRIGGER "batch_title_insert" AFTER INSERT ON "batch" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "batch_title_count"();
CREATE TRIGGER "batch_title_delete" AFTER DELETE ON "batch" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "batch_title_count"();

CREATE FUNCTION "batch_title_move"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO batch_title_change (is_untitled, title, batch_id, n)
  VALUES (OLD.title IS NULL, coalesce(OLD.title, ''), OLD.id, -1), (NEW.title IS NULL, coalesce(NEW.title, ''), NEW.id, 1);
  RETURN NULL;
END
$$;
CREATE TRIGGER "batch_title_update" AFTER UPDATE OF "title", "id" ON "batch" FOR EACH ROW
  WHEN (OLD.title IS DISTINCT FROM NEW.title OR OLD.id <> NEW.id)
  EXECUTE FUNCTION "batch_title_move"();

-- Sets the marks anew, one every so many batches. 1,000,000 batches take a second.
CREATE FUNCTION "batch_title_set_marks"(step int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Against another that sets them: what both count would be counted twice.
  LOCK TABLE batch_title_mark IN SHARE UPDATE EXCLUSIVE MODE;
  DELETE FROM batch_title_mark;
  WITH gone AS (
    DELETE FROM batch_title_change
  ), placed AS (
    SELECT title IS NULL AS is_untitled, coalesce(title, '') AS title, id,
      row_number() OVER (ORDER BY (title IS NULL), coalesce(title, ''), id) - 1 AS place
    FROM batch
  )
  INSERT INTO batch_title_mark (is_untitled, title, batch_id, place)
  SELECT is_untitled, title, id, place FROM placed WHERE place % step = 0
  -- Before every batch that may come, and behind every one.
  UNION ALL SELECT false, '', -2147483648, 0
  UNION ALL SELECT true, '', 2147483647, count(*) FROM batch;
END
$$;

CREATE FUNCTION "batch_title_clear"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM batch_title_set_marks(1);
  RETURN NULL;
END
$$;
CREATE TRIGGER "batch_title_truncate" AFTER TRUNCATE ON "batch" FOR EACH STATEMENT EXECUTE FUNCTION "batch_title_clear"();

-- For the batches that there are. Nobody else can write, since the triggers were made.
SELECT "batch_title_set_marks"(2000);
