/** PostgreSQL's type of a column. */
export type ColumnType = "int" | "float8" | "text" | "boolean" | "timestamptz" | "jsonb";

interface Column {
  readonly type: ColumnType;
  readonly nullable: boolean;
}

/** How a row leads to one row of another table, or of its own. */
interface Reference {
  readonly table: TableName;
  /** Stands for this step in the aliases of joins. Of one table's references, none begins like another, so every path has its own. */
  readonly alias: string;
  /** The column of this table that holds the other row's id. */
  readonly column?: string;
  /** Or the column of the other table that holds this row's id; it is unique. */
  readonly otherColumn?: string;
  /** Whether every row has one. */
  readonly required: boolean;
}

interface Table {
  readonly sql: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly references: Readonly<Record<string, Reference>>;
}

export type TableName = "batch" | "recipeType" | "triggerEvent" | "triggerRule" | "job" | "jobType" | "jobTypeRevision" | "error";

const is = (type: ColumnType): Column => ({ type, nullable: false });
const maybe = (type: ColumnType): Column => ({ type, nullable: true });
const [id, int, text, boolean, time] = [is("int"), is("int"), is("text"), is("boolean"), is("timestamptz")];

const has = (table: TableName, column: string, alias: string): Reference => ({ table, column, alias, required: true });
const mayHave = (table: TableName, column: string, alias: string): Reference => ({ table, column, alias, required: false });

/**
 * The tables that a batch leads to, step by step: their columns, and the rows that they refer to. The names are those of the columns, in
 * camelCase; what a column refers to is named without the `Id`.
 */
export const tables: Readonly<Record<TableName, Table>> = {
  batch: {
    sql: "batch",
    columns: {
      ...{ id, title: maybe("text"), description: maybe("text"), status: text, definition: is("jsonb") },
      ...{ createdCount: int, failedCount: int, totalCount: int, created: time, lastModified: time },
      ...{ retryOfId: maybe("int"), recipeTypeRevId: maybe("int"), createdBy: text },
    },
    references: {
      recipeType: has("recipeType", "recipe_type_id", "rt"),
      event: has("triggerEvent", "event_id", "e"),
      creatorJob: mayHave("job", "creator_job_id", "j"),
    },
  },
  recipeType: {
    sql: "recipe_type",
    columns: {
      ...{ id, name: text, version: text, title: maybe("text"), description: maybe("text"), isActive: boolean },
      ...{ definition: is("jsonb"), revisionNum: int, created: time, archived: maybe("timestamptz"), lastModified: time },
    },
    references: { triggerRule: mayHave("triggerRule", "trigger_rule_id", "r") },
  },
  triggerEvent: {
    sql: "trigger_event",
    columns: { id, type: text, description: is("jsonb"), occurred: time },
    references: { rule: mayHave("triggerRule", "rule_id", "r") },
  },
  triggerRule: {
    sql: "trigger_rule",
    columns: {
      ...{ id, type: text, name: text, configuration: is("jsonb"), isActive: boolean },
      ...{ created: time, archived: maybe("timestamptz"), lastModified: time },
    },
    references: {},
  },
  job: {
    sql: "job",
    columns: {
      ...{ id, status: text, data: is("jsonb"), configuration: is("jsonb"), results: is("jsonb") },
      ...{ priority: int, timeout: int, maxTries: int, numExes: int, cpusRequired: maybe("float8"), memRequired: maybe("float8") },
      ...{ diskInRequired: maybe("float8"), diskOutRequired: maybe("float8"), isSuperseded: boolean, deleteSuperseded: boolean },
      ...{ created: time, queued: maybe("timestamptz"), started: maybe("timestamptz"), ended: maybe("timestamptz") },
      ...{ lastStatusChange: maybe("timestamptz"), superseded: maybe("timestamptz"), lastModified: time },
    },
    references: {
      jobType: has("jobType", "job_type_id", "t"),
      jobTypeRev: has("jobTypeRevision", "job_type_rev_id", "r"),
      event: has("triggerEvent", "event_id", "e"),
      error: mayHave("error", "error_id", "x"),
      rootSupersededJob: mayHave("job", "root_superseded_job_id", "o"),
      supersededJob: mayHave("job", "superseded_job_id", "s"),
      supersededByJob: { table: "job", otherColumn: "superseded_job_id", alias: "n", required: false },
    },
  },
  jobType: {
    sql: "job_type",
    columns: {
      ...{ id, name: text, version: text, title: maybe("text"), description: maybe("text"), category: maybe("text") },
      ...{ authorName: maybe("text"), authorUrl: maybe("text"), isSystem: boolean, isLongRunning: boolean, isActive: boolean },
      ...{ isOperational: boolean, isPaused: boolean, interface: is("jsonb"), revisionNum: int, priority: int, timeout: int },
      ...{ maxTries: int, cpusRequired: is("float8"), memRequired: is("float8"), diskOutConstRequired: is("float8") },
      ...{ diskOutMultRequired: is("float8"), iconCode: maybe("text"), created: time, archived: maybe("timestamptz") },
      ...{ paused: maybe("timestamptz"), lastModified: time },
    },
    references: {},
  },
  jobTypeRevision: {
    sql: "job_type_revision",
    columns: { id, revisionNum: int, interface: is("jsonb"), created: time },
    references: { jobType: has("jobType", "job_type_id", "t") },
  },
  error: {
    sql: "error",
    columns: {
      ...{ id, name: text, title: maybe("text"), description: maybe("text"), category: text, isBuiltin: boolean },
      ...{ created: time, lastModified: time },
    },
    references: {},
  },
};
