import { timesOfFiles } from "../sourceTimes.js";

/** A table that is taken over from Scale's database. In its expressions, `s` is Scale's row. */
export interface ScaleTable {
  readonly name: string;
  /** What its rows are called in reports. */
  readonly noun: string;
  /** The columns that both databases have. One that an older Scale lacks gets the gateway's default. */
  readonly columns: readonly string[];
  /** Columns that are made from what Scale has. */
  readonly made?: Readonly<Record<string, string>>;
  /** Which rows are taken. $3 are the recipe types that are left out. */
  readonly where?: string;
  /** Whether a row that the gateway has already, by one of its unique keys, is passed over. */
  readonly mayRepeat?: boolean;
}

const isOfLeftOut = (recipe: string): string =>
  `EXISTS (SELECT FROM recipe r WHERE r.id = ${recipe} AND r.recipe_type_id = ANY($3::int[]))`;
const isBatchOfLeftOut = `EXISTS (SELECT FROM batch b WHERE b.id = s.batch_id AND b.recipe_type_id = ANY($3::int[]))`;
/** Whether the batch's recipes hold a job, and whether it was made for one of them. */
const heldByBatch = `FROM batch_recipe br JOIN recipe_job rj ON rj.recipe_id = br.recipe_id WHERE br.batch_id = s.batch_id AND rj.job_id = s.job_id`;
const dataTimes = timesOfFiles("s");
const times = ["created", "archived", "last_modified"];

/**
 * Scale's tables in the order in which they can be written: what a row refers to comes before it. A job that has not ended, and a batch whose
 * creator has not, become CANCELED: nothing goes on with them here.
 */
export const scaleTables: readonly ScaleTable[] = [
  { name: "trigger_rule", noun: "trigger rules", columns: ["type", "name", "configuration", "is_active", ...times] },
  { name: "trigger_event", noun: "trigger events", columns: ["type", "rule_id", "description", "occurred"] },
  { name: "error", noun: "errors", columns: ["name", "title", "description", "category", "is_builtin", "created", "last_modified"] },
  {
    name: "job_type",
    noun: "job types",
    columns: [
      ...["name", "version", "title", "description", "category", "author_name", "author_url", "is_system", "is_long_running", "is_active"],
      ...["is_operational", "is_paused", "interface", "revision_num", "priority", "timeout", "max_tries", "cpus_required", "mem_required"],
      ...["disk_out_const_required", "disk_out_mult_required", "icon_code", "paused", ...times],
    ],
  },
  { name: "job_type_revision", noun: "revisions of job types", columns: ["job_type_id", "revision_num", "interface", "created"] },
  {
    name: "recipe_type",
    noun: "recipe types",
    columns: ["name", "version", "title", "description", "is_active", "definition", "revision_num", "trigger_rule_id", ...times],
    where: "s.id <> ALL($3::int[])",
  },
  {
    name: "recipe_type_revision",
    noun: "revisions of recipe types",
    columns: ["recipe_type_id", "revision_num", "definition", "created"],
    where: "s.recipe_type_id <> ALL($3::int[])",
  },
  {
    name: "scale_file",
    noun: "files",
    columns: ["file_name", "media_type", "file_size", "data_started", "data_ended", "created", "last_modified"],
    made: {
      uri: `(
        SELECT CASE w.json_config -> 'broker' ->> 'type'
          WHEN 'host' THEN 'file://' || rtrim(w.json_config -> 'broker' ->> 'host_path', '/') || '/' || s.file_path
          WHEN 's3' THEN 's3://' || (w.json_config -> 'broker' ->> 'bucket_name') || '/' || s.file_path END
        FROM workspace w WHERE w.id = s.workspace_id)`,
    },
  },
  {
    name: "job",
    noun: "jobs",
    columns: [
      ...["job_type_id", "job_type_rev_id", "event_id", "error_id", "data", "configuration", "results", "priority", "timeout", "max_tries"],
      ...["num_exes", "cpus_required", "mem_required", "disk_in_required", "disk_out_required", "is_superseded", "root_superseded_job_id"],
      ...["superseded_job_id", "delete_superseded", "created", "queued", "started", "ended", "last_status_change", "superseded"],
      "last_modified",
    ],
    made: {
      status: "CASE WHEN s.status IN ('COMPLETED', 'FAILED', 'CANCELED') THEN s.status ELSE 'CANCELED' END",
      batch_id: `(SELECT min(br.batch_id) FROM recipe_job rj JOIN batch_recipe br ON br.recipe_id = rj.recipe_id WHERE rj.job_id = s.id AND rj.is_original)`,
    },
    where: `NOT EXISTS (SELECT FROM recipe_job rj WHERE rj.job_id = s.id AND ${isOfLeftOut("rj.recipe_id")})`,
  },
  {
    name: "recipe",
    noun: "recipes",
    columns: [
      ...["recipe_type_id", "recipe_type_rev_id", "event_id", "data", "is_superseded", "root_superseded_recipe_id", "superseded_recipe_id"],
      ...["created", "completed", "superseded", "last_modified"],
    ],
    made: { source_started: dataTimes.started, source_ended: dataTimes.ended },
    where: "s.recipe_type_id <> ALL($3::int[])",
  },
  {
    name: "recipe_file",
    noun: "files of recipes",
    columns: ["recipe_id", "scale_file_id", "created"],
    where: `NOT ${isOfLeftOut("s.recipe_id")}`,
  },
  {
    name: "recipe_job",
    noun: "jobs of recipes",
    columns: ["recipe_id", "job_id", "job_name", "is_original"],
    where: `NOT ${isOfLeftOut("s.recipe_id")}`,
  },
  {
    name: "batch",
    noun: "batches",
    columns: [
      ...[
        "title",
        "description",
        "recipe_type_id",
        "event_id",
        "creator_job_id",
        "created_count",
        "failed_count",
        "total_count",
        "created",
      ],
      "last_modified",
    ],
    made: {
      status: "CASE WHEN s.status = 'CREATED' THEN s.status ELSE 'CANCELED' END",
      definition: "coalesce(s.definition, '{}')",
      created_by: "(SELECT e.description ->> 'user' FROM trigger_event e WHERE e.id = s.event_id)",
    },
    where: "s.recipe_type_id <> ALL($3::int[])",
  },
  {
    name: "batch_recipe",
    noun: "recipes of batches",
    columns: ["batch_id", "recipe_id", "superseded_recipe_id", "created"],
    where: `s.recipe_id IS NOT NULL AND NOT ${isBatchOfLeftOut}`,
    mayRepeat: true,
  },
  {
    name: "batch_job",
    noun: "jobs of batches",
    columns: ["batch_id", "job_id", "superseded_job_id", "created"],
    made: { is_original: `(SELECT bool_or(rj.is_original) ${heldByBatch})` },
    where: `NOT ${isBatchOfLeftOut} AND EXISTS (SELECT ${heldByBatch})`,
  },
];
