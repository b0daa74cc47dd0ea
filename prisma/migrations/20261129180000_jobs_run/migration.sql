-- Jobs run: executions of jobs, the queue that workers claim from, counts of jobs that are kept, and a batch's second half.

-- Nobody may write who would not count jobs.
LOCK TABLE "batch", "batch_job", "job" IN ACCESS EXCLUSIVE MODE;

-- `batch_id` has no foreign key: `batch_job` has one for the same pair, and checks of
-- foreign keys are two thirds of what the creator takes of PostgreSQL.
ALTER TABLE "job"
  ADD COLUMN "batch_id" INTEGER,
  ADD COLUMN "released" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "job_type" ADD COLUMN "max_running" INTEGER, ADD COLUMN "last_claim" TIMESTAMPTZ(6);
ALTER TABLE "scale_file" ADD COLUMN "uri" TEXT;
ALTER TABLE "batch"
  ADD COLUMN "max_running_jobs" INTEGER,
  ADD COLUMN "stop_after_failed_jobs" INTEGER,
  ADD COLUMN "forgiven_failures" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "selection" JSONB,
  ADD COLUMN "work_state" VARCHAR(20) NOT NULL DEFAULT 'WAITING',
  ADD COLUMN "work_started" TIMESTAMPTZ(6),
  ADD COLUMN "work_finished" TIMESTAMPTZ(6);
ALTER TABLE "batch"
  ADD CONSTRAINT "batch_work_state_check" CHECK ("work_state" IN ('WAITING', 'RUNNING', 'HELD', 'SUCCEEDED', 'FAILED', 'CANCELED')),
  ADD CONSTRAINT "batch_limits_check" CHECK ("max_running_jobs" >= 0 AND "stop_after_failed_jobs" > 0);
ALTER TABLE "job_type" ADD CONSTRAINT "job_type_max_running_check" CHECK ("max_running" >= 0);
ALTER TABLE "batch_event" ADD COLUMN "is_work" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "batch_slice" ADD COLUMN "failed_jobs" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "batch_recipe" ADD COLUMN "failed_jobs" TEXT[];

-- The batches whose work goes on: few, however many batches there are.
CREATE INDEX "batch_unfinished_idx" ON "batch" ("id") WHERE "work_finished" IS NULL;

CREATE TABLE "job_exe" (
    "id" BIGSERIAL NOT NULL,
    "job_id" INTEGER NOT NULL,
    "exe_num" INTEGER NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'RUNNING',
    "worker" VARCHAR(250) NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "lease_seconds" INTEGER NOT NULL,
    "lease_expires" TIMESTAMPTZ(6) NOT NULL,
    "times_out" TIMESTAMPTZ(6) NOT NULL,
    "started" TIMESTAMPTZ(6) NOT NULL,
    "ended" TIMESTAMPTZ(6),
    "stop_reason" TEXT,
    "error_id" INTEGER,
    "message" TEXT,
    "exit_code" INTEGER,
    "log_tail" TEXT,
    "report_hash" BYTEA,

    CONSTRAINT "job_exe_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "job_exe_job_id_idx" ON "job_exe"("job_id");
ALTER TABLE "job_exe" ADD CONSTRAINT "job_exe_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "job_exe" ADD CONSTRAINT "job_exe_error_id_fkey" FOREIGN KEY ("error_id") REFERENCES "error"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "job_exe"
  ADD CONSTRAINT "job_exe_status_check" CHECK ("status" IN ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELED', 'LOST', 'RELEASED')),
  ADD CONSTRAINT "job_exe_ended_check" CHECK (("status" = 'RUNNING') = ("ended" IS NULL));
-- Which executions run, and whose they are. Heartbeats change none of its columns, so they touch no index.
CREATE INDEX "job_exe_running_idx" ON "job_exe" ("worker") WHERE "status" = 'RUNNING';
ALTER TABLE "job_exe" SET (fillfactor = 70);

CREATE TABLE "job_claim" (
    "worker" VARCHAR(250) NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "nonce" BYTEA NOT NULL,
    "exe_ids" BIGINT[],
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_claim_pkey" PRIMARY KEY ("worker", "request_hash")
);
CREATE INDEX "job_claim_created_idx" ON "job_claim"("created");

CREATE TABLE "worker" (
    "name" VARCHAR(250) NOT NULL,
    "last_seen" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("name")
);

-- When executions were last looked through for leases that have run out. A gap means that gateways or database were away.
CREATE TABLE "job_watch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "looked" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_watch_pkey" PRIMARY KEY ("id")
);
INSERT INTO "job_watch" DEFAULT VALUES;

INSERT INTO "error" ("name", "title", "description", "category", "is_builtin") VALUES
  ('timeout', 'Timeout', 'The job ran for longer than its timeout', 'SYSTEM', true),
  ('lost', 'Worker lost', 'The worker did not renew its lease', 'SYSTEM', true),
  ('missing-output', 'Missing output', 'A required output was not reported', 'ALGORITHM', true),
  ('unknown', 'Unknown', 'The worker reported an error whose name could not be kept; see the message', 'ALGORITHM', true)
ON CONFLICT ("name") DO NOTHING;

-- The jobs that wait to be handed out: of a job type and priority, batch by batch, first queued first. `queued` lies in the future while a
-- backoff runs. Only the jobs of batches are handed out; a batch's creator job has no `batch_id`.
CREATE INDEX "job_queue_idx" ON "job" ("job_type_id", "priority", "batch_id", "queued", "id")
  WHERE "status" = 'QUEUED' AND "batch_id" IS NOT NULL;

-- How many jobs each batch has, by job type and status, and how many of its recipes are completed (status RECIPE_COMPLETED, without a job
-- type). A row is a change of such a number; their sum is the number itself. Nobody waits for anybody: rows are only added, or merged.
CREATE TABLE "work_tally" (
    "id" BIGSERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "job_type_id" INTEGER,
    "status" VARCHAR(50) NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "work_tally_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "work_tally_batch_id_idx" ON "work_tally"("batch_id");
CREATE INDEX "work_tally_job_type_id_idx" ON "work_tally"("job_type_id");
ALTER TABLE "work_tally" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- One row for each batch, job type and status of a statement, however many jobs it makes or moves.
CREATE FUNCTION "work_tally_insert"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO work_tally (batch_id, job_type_id, status, n)
  SELECT batch_id, job_type_id, status, count(*) FROM new WHERE batch_id IS NOT NULL GROUP BY 1, 2, 3;
  RETURN NULL;
END
$$;
CREATE TRIGGER "work_tally_insert" AFTER INSERT ON "job" REFERENCING NEW TABLE AS new
  FOR EACH STATEMENT EXECUTE FUNCTION "work_tally_insert"();

CREATE FUNCTION "work_tally_move"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO work_tally (batch_id, job_type_id, status, n)
  SELECT batch_id, job_type_id, status, sum(n) FROM (
    SELECT batch_id, job_type_id, status, -1 AS n FROM old UNION ALL SELECT batch_id, job_type_id, status, 1 FROM new
  ) AS one WHERE batch_id IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
  RETURN NULL;
END
$$;
CREATE TRIGGER "work_tally_update" AFTER UPDATE ON "job" REFERENCING OLD TABLE AS old NEW TABLE AS new
  FOR EACH STATEMENT EXECUTE FUNCTION "work_tally_move"();

CREATE FUNCTION "work_tally_delete"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO work_tally (batch_id, job_type_id, status, n)
  SELECT batch_id, job_type_id, status, -count(*) FROM old WHERE batch_id IS NOT NULL GROUP BY 1, 2, 3;
  RETURN NULL;
END
$$;
CREATE TRIGGER "work_tally_delete" AFTER DELETE ON "job" REFERENCING OLD TABLE AS old
  FOR EACH STATEMENT EXECUTE FUNCTION "work_tally_delete"();

CREATE FUNCTION "work_tally_clear"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE work_tally;
  RETURN NULL;
END
$$;
CREATE TRIGGER "work_tally_truncate" AFTER TRUNCATE ON "job" FOR EACH STATEMENT EXECUTE FUNCTION "work_tally_clear"();

-- Whoever adds every 64th row merges the rows of that batch. Rows that another transaction merges at the moment are left to it.
CREATE FUNCTION "work_tally_merge"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH free AS MATERIALIZED (
    SELECT id, job_type_id, status, n FROM work_tally WHERE batch_id = NEW.batch_id FOR UPDATE SKIP LOCKED
  ), merged AS MATERIALIZED (
    SELECT job_type_id, status, sum(n) AS n, array_agg(id) AS ids FROM free GROUP BY 1, 2 HAVING count(*) > 1
  ), gone AS (
    DELETE FROM work_tally WHERE id IN (SELECT unnest(ids) FROM merged)
  )
  INSERT INTO work_tally (batch_id, job_type_id, status, n) SELECT NEW.batch_id, job_type_id, status, n FROM merged WHERE n <> 0;
  RETURN NULL;
END
$$;
CREATE TRIGGER "work_tally_merge" AFTER INSERT ON "work_tally" FOR EACH ROW
  WHEN (NEW.id % 64 = 0 AND current_setting('transaction_isolation') = 'read committed')
  EXECUTE FUNCTION "work_tally_merge"();

-- What there is from before: the jobs that each batch has made, their counts, their inputs where they are queued, and how the batches stand.
ALTER TABLE "job" DISABLE TRIGGER USER;
UPDATE "job" j SET "batch_id" = b."batch_id" FROM "batch_job" b WHERE b."job_id" = j."id" AND b."is_original";
UPDATE "job" j SET "data" = made."data"
FROM "recipe_job" rj, "recipe" r, "recipe_type_revision" v, "job_type_revision" t,
  LATERAL (SELECT n FROM jsonb_path_query(v."definition", '$.jobs[*]') AS node (n) WHERE n ->> 'name' = rj."job_name" LIMIT 1) AS node,
  LATERAL (SELECT jsonb_build_object('version', '1.0', 'input_data', coalesce((
    SELECT jsonb_agg(whole.entry ORDER BY whole.position) FROM (
      SELECT min(part.position) AS position,
        CASE WHEN count(part.files) > 0 AND (count(*) > 1 OR jsonb_path_query_array(t."interface", '$.input_data[*] ? (@.type == "files").name') ? part.input)
          THEN jsonb_build_object('name', part.input, 'file_ids', jsonb_path_query_array(jsonb_agg(part.files ORDER BY part.position), '$[*][*]'))
          ELSE (jsonb_agg(part.entry ORDER BY part.position) -> 0) || jsonb_build_object('name', part.input) END AS entry
      FROM (
        SELECT source.position, source.input, source.entry,
          coalesce(source.entry -> 'file_ids', jsonb_build_array(source.entry -> 'file_id') - 'null') AS files
        FROM (
          SELECT c.position, c.wire ->> 'job_input' AS input, jsonb_path_query_first(r."data", '$.input_data[*] ? (@.name == $name)', jsonb_build_object('name', c.wire -> 'recipe_input')) AS entry
          FROM jsonb_path_query(node.n, '$.recipe_inputs[*]') WITH ORDINALITY AS c (wire, position)
          UNION ALL
          SELECT 1000000 * p.position + c.position, c.wire ->> 'input', jsonb_path_query_first(p.results, '$.output_data[*] ? (@.name == $name)', jsonb_build_object('name', c.wire -> 'output'))
          FROM (
            SELECT d.dependency, d.position, (SELECT p."results" FROM "recipe_job" q JOIN "job" p ON p."id" = q."job_id" WHERE q."recipe_id" = r."id" AND q."job_name" = d.dependency ->> 'name') AS results
            FROM jsonb_path_query(node.n, '$.dependencies[*]') WITH ORDINALITY AS d (dependency, position)
          ) AS p CROSS JOIN jsonb_path_query(p.dependency, '$.connections[*]') WITH ORDINALITY AS c (wire, position)
        ) AS source
        WHERE source.entry IS NOT NULL
      ) AS part
      GROUP BY part.input
    ) AS whole
  ), '[]')) || CASE WHEN r."data" ? 'workspace_id' THEN jsonb_build_object('workspace_id', r."data" -> 'workspace_id') ELSE '{}' END AS "data") AS made
WHERE j."status" = 'QUEUED' AND j."batch_id" IS NOT NULL AND j."data" = '{}' AND rj."job_id" = j."id" AND rj."is_original"
  AND r."id" = rj."recipe_id" AND v."id" = r."recipe_type_rev_id" AND t."id" = j."job_type_rev_id";
ALTER TABLE "job" ENABLE TRIGGER USER;
INSERT INTO "work_tally" ("batch_id", "job_type_id", "status", "n")
  SELECT "batch_id", "job_type_id", "status", count(*) FROM "job" WHERE "batch_id" IS NOT NULL GROUP BY 1, 2, 3;
INSERT INTO "work_tally" ("batch_id", "status", "n")
  SELECT b."batch_id", 'RECIPE_COMPLETED', count(*) FROM "batch_recipe" b JOIN "recipe" r ON r."id" = b."recipe_id"
  WHERE r."completed" IS NOT NULL GROUP BY 1;
UPDATE "batch" b SET "work_state" = CASE
    WHEN b."status" = 'CANCELED' THEN 'CANCELED'
    WHEN b."status" = 'PAUSED' THEN 'HELD'
    WHEN b."status" IN ('SUBMITTED', 'CREATING') OR w."left" > 0 THEN CASE WHEN w."done" > 0 THEN 'RUNNING' ELSE 'WAITING' END
    WHEN b."status" = 'FAILED' OR w."failed" > 0 THEN 'FAILED'
    ELSE 'SUCCEEDED' END,
  "work_started" = CASE WHEN w."done" > 0 THEN b."created" END,
  "work_finished" = CASE WHEN b."status" IN ('CREATED', 'CANCELED', 'FAILED') AND w."left" = 0 THEN b."last_modified" END
FROM (
  SELECT b."id",
    coalesce(sum(t."n") FILTER (WHERE t."status" IN ('PENDING', 'QUEUED', 'RUNNING')), 0) AS "left",
    coalesce(sum(t."n") FILTER (WHERE t."status" IN ('RUNNING', 'FAILED', 'COMPLETED')), 0) AS "done",
    coalesce(sum(t."n") FILTER (WHERE t."status" IN ('FAILED', 'BLOCKED')), 0) AS "failed"
  FROM "batch" b LEFT JOIN "work_tally" t ON t."batch_id" = b."id" GROUP BY b."id"
) AS w WHERE w."id" = b."id";
