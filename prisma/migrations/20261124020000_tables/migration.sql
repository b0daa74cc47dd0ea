-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "trigger_rule" (
    "id" SERIAL NOT NULL,
    "type" VARCHAR(50) NOT NULL,
    "name" VARCHAR(50) NOT NULL,
    "configuration" JSONB NOT NULL DEFAULT '{}',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived" TIMESTAMPTZ(6),
    "last_modified" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trigger_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trigger_event" (
    "id" SERIAL NOT NULL,
    "type" VARCHAR(50) NOT NULL,
    "rule_id" INTEGER,
    "description" JSONB NOT NULL DEFAULT '{}',
    "occurred" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trigger_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "error" (
    "id" SERIAL NOT NULL,
    "name" VARCHAR(50) NOT NULL,
    "title" VARCHAR(50),
    "description" VARCHAR(250),
    "category" VARCHAR(50) NOT NULL,
    "is_builtin" BOOLEAN NOT NULL DEFAULT false,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_modified" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "error_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_type" (
    "id" SERIAL NOT NULL,
    "name" VARCHAR(50) NOT NULL,
    "version" VARCHAR(50) NOT NULL,
    "title" VARCHAR(50),
    "description" TEXT,
    "category" VARCHAR(50),
    "author_name" VARCHAR(50),
    "author_url" TEXT,
    "is_system" BOOLEAN NOT NULL DEFAULT false,
    "is_long_running" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "is_operational" BOOLEAN NOT NULL DEFAULT true,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "interface" JSONB NOT NULL DEFAULT '{}',
    "revision_num" INTEGER NOT NULL DEFAULT 1,
    "priority" INTEGER NOT NULL DEFAULT 100,
    "timeout" INTEGER NOT NULL DEFAULT 1800,
    "max_tries" INTEGER NOT NULL DEFAULT 3,
    "cpus_required" DOUBLE PRECISION NOT NULL DEFAULT 1.0,
    "mem_required" DOUBLE PRECISION NOT NULL DEFAULT 64.0,
    "disk_out_const_required" DOUBLE PRECISION NOT NULL DEFAULT 64.0,
    "disk_out_mult_required" DOUBLE PRECISION NOT NULL DEFAULT 0.0,
    "icon_code" VARCHAR(20),
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived" TIMESTAMPTZ(6),
    "paused" TIMESTAMPTZ(6),
    "last_modified" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_type_revision" (
    "id" SERIAL NOT NULL,
    "job_type_id" INTEGER NOT NULL,
    "revision_num" INTEGER NOT NULL,
    "interface" JSONB NOT NULL DEFAULT '{}',
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_type_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" SERIAL NOT NULL,
    "job_type_id" INTEGER NOT NULL,
    "job_type_rev_id" INTEGER NOT NULL,
    "status" VARCHAR(50) NOT NULL DEFAULT 'PENDING',
    "event_id" INTEGER NOT NULL,
    "error_id" INTEGER,
    "data" JSONB NOT NULL DEFAULT '{}',
    "configuration" JSONB NOT NULL DEFAULT '{}',
    "results" JSONB NOT NULL DEFAULT '{}',
    "priority" INTEGER NOT NULL DEFAULT 100,
    "timeout" INTEGER NOT NULL DEFAULT 1800,
    "max_tries" INTEGER NOT NULL DEFAULT 3,
    "num_exes" INTEGER NOT NULL DEFAULT 0,
    "cpus_required" DOUBLE PRECISION,
    "mem_required" DOUBLE PRECISION,
    "disk_in_required" DOUBLE PRECISION,
    "disk_out_required" DOUBLE PRECISION,
    "is_superseded" BOOLEAN NOT NULL DEFAULT false,
    "root_superseded_job_id" INTEGER,
    "superseded_job_id" INTEGER,
    "delete_superseded" BOOLEAN NOT NULL DEFAULT true,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queued" TIMESTAMPTZ(6),
    "started" TIMESTAMPTZ(6),
    "ended" TIMESTAMPTZ(6),
    "last_status_change" TIMESTAMPTZ(6),
    "superseded" TIMESTAMPTZ(6),
    "last_modified" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipe_type" (
    "id" SERIAL NOT NULL,
    "name" VARCHAR(50) NOT NULL,
    "version" VARCHAR(50) NOT NULL,
    "title" VARCHAR(50),
    "description" VARCHAR(500),
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "definition" JSONB NOT NULL,
    "revision_num" INTEGER NOT NULL DEFAULT 1,
    "trigger_rule_id" INTEGER,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived" TIMESTAMPTZ(6),
    "last_modified" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipe_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipe_type_revision" (
    "id" SERIAL NOT NULL,
    "recipe_type_id" INTEGER NOT NULL,
    "revision_num" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipe_type_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipe" (
    "id" SERIAL NOT NULL,
    "recipe_type_id" INTEGER NOT NULL,
    "recipe_type_rev_id" INTEGER NOT NULL,
    "event_id" INTEGER NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "is_superseded" BOOLEAN NOT NULL DEFAULT false,
    "root_superseded_recipe_id" INTEGER,
    "superseded_recipe_id" INTEGER,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed" TIMESTAMPTZ(6),
    "superseded" TIMESTAMPTZ(6),
    "last_modified" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipe_file" (
    "id" SERIAL NOT NULL,
    "recipe_id" INTEGER NOT NULL,
    "scale_file_id" BIGINT NOT NULL,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipe_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipe_job" (
    "id" SERIAL NOT NULL,
    "recipe_id" INTEGER NOT NULL,
    "job_id" INTEGER NOT NULL,
    "job_name" VARCHAR(100) NOT NULL,
    "is_original" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "recipe_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scale_file" (
    "id" BIGSERIAL NOT NULL,
    "file_name" VARCHAR(250) NOT NULL,
    "media_type" VARCHAR(250) NOT NULL,
    "file_size" BIGINT NOT NULL DEFAULT 0,
    "data_started" TIMESTAMPTZ(6),
    "data_ended" TIMESTAMPTZ(6),
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_modified" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scale_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" SERIAL NOT NULL,
    "title" VARCHAR(50),
    "description" TEXT,
    "status" VARCHAR(50) NOT NULL DEFAULT 'SUBMITTED',
    "recipe_type_id" INTEGER NOT NULL,
    "event_id" INTEGER NOT NULL,
    "creator_job_id" INTEGER,
    "definition" JSONB NOT NULL,
    "created_count" INTEGER NOT NULL DEFAULT 0,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "total_count" INTEGER NOT NULL DEFAULT 0,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_modified" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recipe_type_rev_id" INTEGER,
    "retry_of_id" INTEGER,
    "created_by" VARCHAR(250) NOT NULL DEFAULT 'Anonymous',

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_recipe" (
    "id" SERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "recipe_id" INTEGER,
    "superseded_recipe_id" INTEGER,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failure_code" VARCHAR(50),
    "failure_message" TEXT,

    CONSTRAINT "batch_recipe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_job" (
    "id" SERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "job_id" INTEGER,
    "superseded_job_id" INTEGER,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_original" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "batch_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_slice" (
    "id" SERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "recipe_type_rev_id" INTEGER NOT NULL,
    "recipe_ids" INTEGER[],

    CONSTRAINT "batch_slice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_event" (
    "id" SERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "from" VARCHAR(50),
    "to" VARCHAR(50) NOT NULL,
    "actor" VARCHAR(250) NOT NULL,
    "reason" TEXT,
    "occurred" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batch_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor" VARCHAR(250) NOT NULL,
    "key" VARCHAR(255) NOT NULL,
    "input_hash" CHAR(64) NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "created" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "error_name_key" ON "error"("name");

-- CreateIndex
CREATE UNIQUE INDEX "job_type_name_version_key" ON "job_type"("name", "version");

-- CreateIndex
CREATE UNIQUE INDEX "job_type_revision_job_type_id_revision_num_key" ON "job_type_revision"("job_type_id", "revision_num");

-- CreateIndex
CREATE UNIQUE INDEX "job_superseded_job_id_key" ON "job"("superseded_job_id");

-- CreateIndex
CREATE UNIQUE INDEX "recipe_type_name_version_key" ON "recipe_type"("name", "version");

-- CreateIndex
CREATE UNIQUE INDEX "recipe_type_revision_recipe_type_id_revision_num_key" ON "recipe_type_revision"("recipe_type_id", "revision_num");

-- CreateIndex
CREATE UNIQUE INDEX "recipe_superseded_recipe_id_key" ON "recipe"("superseded_recipe_id");

-- CreateIndex
CREATE INDEX "recipe_file_recipe_id_idx" ON "recipe_file"("recipe_id");

-- CreateIndex
CREATE INDEX "recipe_file_scale_file_id_idx" ON "recipe_file"("scale_file_id");

-- CreateIndex
CREATE INDEX "recipe_job_job_id_idx" ON "recipe_job"("job_id");

-- CreateIndex
CREATE UNIQUE INDEX "recipe_job_recipe_id_job_name_key" ON "recipe_job"("recipe_id", "job_name");

-- CreateIndex
CREATE INDEX "batch_recipe_batch_id_id_idx" ON "batch_recipe"("batch_id", "id");

-- CreateIndex
CREATE INDEX "batch_recipe_recipe_id_idx" ON "batch_recipe"("recipe_id");

-- CreateIndex
CREATE UNIQUE INDEX "batch_recipe_batch_id_superseded_recipe_id_key" ON "batch_recipe"("batch_id", "superseded_recipe_id");

-- CreateIndex
CREATE INDEX "batch_job_batch_id_id_idx" ON "batch_job"("batch_id", "id");

-- CreateIndex
CREATE INDEX "batch_job_job_id_idx" ON "batch_job"("job_id");

-- CreateIndex
CREATE INDEX "batch_slice_batch_id_id_idx" ON "batch_slice"("batch_id", "id");

-- CreateIndex
CREATE INDEX "batch_event_batch_id_id_idx" ON "batch_event"("batch_id", "id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_idx" ON "idempotency_key"("created");

-- CreateIndex
CREATE INDEX "idempotency_key_batch_id_idx" ON "idempotency_key"("batch_id");

-- AddForeignKey
ALTER TABLE "trigger_event" ADD CONSTRAINT "trigger_event_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "trigger_rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_type_revision" ADD CONSTRAINT "job_type_revision_job_type_id_fkey" FOREIGN KEY ("job_type_id") REFERENCES "job_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_job_type_id_fkey" FOREIGN KEY ("job_type_id") REFERENCES "job_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_job_type_rev_id_fkey" FOREIGN KEY ("job_type_rev_id") REFERENCES "job_type_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "trigger_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_error_id_fkey" FOREIGN KEY ("error_id") REFERENCES "error"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_root_superseded_job_id_fkey" FOREIGN KEY ("root_superseded_job_id") REFERENCES "job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_superseded_job_id_fkey" FOREIGN KEY ("superseded_job_id") REFERENCES "job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe_type" ADD CONSTRAINT "recipe_type_trigger_rule_id_fkey" FOREIGN KEY ("trigger_rule_id") REFERENCES "trigger_rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe_type_revision" ADD CONSTRAINT "recipe_type_revision_recipe_type_id_fkey" FOREIGN KEY ("recipe_type_id") REFERENCES "recipe_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe" ADD CONSTRAINT "recipe_recipe_type_id_fkey" FOREIGN KEY ("recipe_type_id") REFERENCES "recipe_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe" ADD CONSTRAINT "recipe_recipe_type_rev_id_fkey" FOREIGN KEY ("recipe_type_rev_id") REFERENCES "recipe_type_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe" ADD CONSTRAINT "recipe_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "trigger_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe" ADD CONSTRAINT "recipe_root_superseded_recipe_id_fkey" FOREIGN KEY ("root_superseded_recipe_id") REFERENCES "recipe"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe" ADD CONSTRAINT "recipe_superseded_recipe_id_fkey" FOREIGN KEY ("superseded_recipe_id") REFERENCES "recipe"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe_file" ADD CONSTRAINT "recipe_file_recipe_id_fkey" FOREIGN KEY ("recipe_id") REFERENCES "recipe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe_file" ADD CONSTRAINT "recipe_file_scale_file_id_fkey" FOREIGN KEY ("scale_file_id") REFERENCES "scale_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe_job" ADD CONSTRAINT "recipe_job_recipe_id_fkey" FOREIGN KEY ("recipe_id") REFERENCES "recipe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe_job" ADD CONSTRAINT "recipe_job_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_recipe_type_id_fkey" FOREIGN KEY ("recipe_type_id") REFERENCES "recipe_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_recipe_type_rev_id_fkey" FOREIGN KEY ("recipe_type_rev_id") REFERENCES "recipe_type_revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "trigger_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_creator_job_id_fkey" FOREIGN KEY ("creator_job_id") REFERENCES "job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_retry_of_id_fkey" FOREIGN KEY ("retry_of_id") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_recipe" ADD CONSTRAINT "batch_recipe_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_recipe" ADD CONSTRAINT "batch_recipe_recipe_id_fkey" FOREIGN KEY ("recipe_id") REFERENCES "recipe"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_recipe" ADD CONSTRAINT "batch_recipe_superseded_recipe_id_fkey" FOREIGN KEY ("superseded_recipe_id") REFERENCES "recipe"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_job" ADD CONSTRAINT "batch_job_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_job" ADD CONSTRAINT "batch_job_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_job" ADD CONSTRAINT "batch_job_superseded_job_id_fkey" FOREIGN KEY ("superseded_job_id") REFERENCES "job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_slice" ADD CONSTRAINT "batch_slice_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_slice" ADD CONSTRAINT "batch_slice_recipe_type_rev_id_fkey" FOREIGN KEY ("recipe_type_rev_id") REFERENCES "recipe_type_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_event" ADD CONSTRAINT "batch_event_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

