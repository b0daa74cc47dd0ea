export type ColumnType = "int" | "float8" | "text" | "boolean" | "timestamptz" | "jsonb";

/** With a question mark, the column can be null. */
type Type = ColumnType | `${ColumnType}?`;

/** A column that callers may not sort the list of its own table by. */
interface UnsortedColumn {
  readonly type: Type;
  /** Set where the column is computed: the SQL, in which `$` stands for the alias of its table. */
  readonly sql?: string;
}

/** How a row leads to one row of another table, or of the same table. */
interface Reference {
  readonly table: string;
  /**
   * Stands for this step in the aliases of joins. Among the references of a table, no alias begins like another, so every path has its own.
   */
  readonly alias: string;
  /** The column of this table that holds the other row's id. */
  readonly column?: string;
  /** Otherwise, the column of the other table that holds this row's id. It is unique. */
  readonly otherColumn?: string;
  /** Whether every row leads to such a row. */
  readonly required: boolean;
}

export interface Table {
  readonly sql: string;
  readonly columns: Readonly<Record<string, Type | UnsortedColumn>>;
  readonly references: Readonly<Record<string, Reference>>;
}

const unsorted = <T extends Type>(type: T) => ({ type });
const computed = <T extends Type>(type: T, sql: string) => ({ type, sql });

const has = <Name extends string>(table: Name, column: string, alias: string) => ({ table, column, alias, required: true }) as const;
const mayHave = <Name extends string>(table: Name, column: string, alias: string) => ({ table, column, alias, required: false }) as const;

/**
 * The tables that a batch leads to, step by step: their columns, and the rows that they refer to. The names are those of the columns, in
 * camelCase. A reference is named like its column, without the `Id`. What can be read of a batch, what batches can be sorted by, and what
 * both doors call it follow from this table.
 */
export const tables = {
  batch: {
    sql: "batch",
    columns: {
      id: "int",
      title: "text?",
      description: "text?",
      status: "text",
      definition: unsorted("jsonb"),
      createdCount: "int",
      failedCount: "int",
      totalCount: "int",
      created: "timestamptz",
      lastModified: "timestamptz",
      retryOfId: unsorted("int?"),
      previousId: unsorted("int?"),
      rootId: unsorted("int?"),
      recipeTypeRevId: unsorted("int?"),
      createdBy: unsorted("text"),
      maxRunningJobs: unsorted("int?"),
      stopAfterFailedJobs: unsorted("int?"),
      workState: unsorted("text"),
      workFinished: unsorted("timestamptz?"),
      /** Since the first of its jobs was handed out. The database's clock counts. */
      workSeconds: computed("float8?", "extract(epoch FROM now() - $.work_started)::float8"),
      /** Set where the batch has made nothing for more than 10 seconds, though a worker should be expanding it. */
      stalledSince: computed(
        "timestamptz?",
        "CASE WHEN $.status IN ('SUBMITTED', 'CREATING') AND $.last_modified < now() - interval '10 seconds' THEN $.last_modified END",
      ),
      /** REST shows only two states: CREATED, and one for all others. */
      isNotCreated: computed("boolean", "($.status <> 'CREATED')"),
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
      id: "int",
      name: "text",
      version: "text",
      title: "text?",
      description: "text?",
      isActive: "boolean",
      definition: unsorted("jsonb"),
      revisionNum: "int",
      created: "timestamptz",
      archived: "timestamptz?",
      lastModified: "timestamptz",
    },
    references: { triggerRule: mayHave("triggerRule", "trigger_rule_id", "r") },
  },
  triggerEvent: {
    sql: "trigger_event",
    columns: { id: "int", type: "text", description: "jsonb", occurred: "timestamptz" },
    references: { rule: mayHave("triggerRule", "rule_id", "r") },
  },
  triggerRule: {
    sql: "trigger_rule",
    columns: {
      id: "int",
      type: "text",
      name: "text",
      configuration: "jsonb",
      isActive: "boolean",
      created: "timestamptz",
      archived: "timestamptz?",
      lastModified: "timestamptz",
    },
    references: {},
  },
  job: {
    sql: "job",
    columns: {
      id: "int",
      status: "text",
      data: "jsonb",
      configuration: "jsonb",
      results: "jsonb",
      priority: "int",
      timeout: "int",
      maxTries: "int",
      numExes: "int",
      cpusRequired: "float8?",
      memRequired: "float8?",
      diskInRequired: "float8?",
      diskOutRequired: "float8?",
      isSuperseded: "boolean",
      deleteSuperseded: "boolean",
      created: "timestamptz",
      queued: "timestamptz?",
      started: "timestamptz?",
      ended: "timestamptz?",
      lastStatusChange: "timestamptz?",
      superseded: "timestamptz?",
      lastModified: "timestamptz",
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
      id: "int",
      name: "text",
      version: "text",
      title: "text?",
      description: "text?",
      category: "text?",
      authorName: "text?",
      authorUrl: "text?",
      isSystem: "boolean",
      isLongRunning: "boolean",
      isActive: "boolean",
      isOperational: "boolean",
      isPaused: "boolean",
      interface: "jsonb",
      revisionNum: "int",
      priority: "int",
      timeout: "int",
      maxTries: "int",
      cpusRequired: "float8",
      memRequired: "float8",
      diskOutConstRequired: "float8",
      diskOutMultRequired: "float8",
      iconCode: "text?",
      maxRunning: unsorted("int?"),
      created: "timestamptz",
      archived: "timestamptz?",
      paused: "timestamptz?",
      lastModified: "timestamptz",
    },
    references: {},
  },
  jobTypeRevision: {
    sql: "job_type_revision",
    columns: { id: "int", revisionNum: "int", interface: "jsonb", created: "timestamptz" },
    references: { jobType: has("jobType", "job_type_id", "t") },
  },
  error: {
    sql: "error",
    columns: {
      id: "int",
      name: "text",
      title: "text?",
      description: "text?",
      category: "text",
      isBuiltin: "boolean",
      created: "timestamptz",
      lastModified: "timestamptz",
    },
    references: {},
  },
} as const satisfies Record<string, Table>;

type Tables = typeof tables;
export type TableName = keyof Tables;
type ColumnsOf<T extends TableName> = Tables[T]["columns"];
type ReferencesOf<T extends TableName> = Tables[T]["references"];
type TableBehind<T extends TableName, Step extends keyof ReferencesOf<T>> = ReferencesOf<T>[Step] extends {
  readonly table: infer Name extends TableName;
}
  ? Name
  : never;

/**
 * The paths to the columns of a table and of what it leads to, such as `creatorJob.jobType.name`. A path may come to a table a second time,
 * as where a job leads to a job. There it can only lead to the id.
 */
export type Path<T extends TableName, Passed extends TableName = never> =
  | (keyof ColumnsOf<T> & string)
  | { [Step in keyof ReferencesOf<T> & string]: `${Step}.${PathBehind<TableBehind<T, Step>, Passed | T>}` }[keyof ReferencesOf<T> & string];

type PathBehind<T extends TableName, Passed extends TableName> = [T] extends [Passed] ? "id" : Path<T, Passed>;

/** A time is PostgreSQL's text. */
interface Values {
  readonly int: number;
  readonly float8: number;
  readonly text: string;
  readonly boolean: boolean;
  readonly timestamptz: string;
  readonly jsonb: unknown;
}

type ValueOf<C> = C extends `${infer T extends ColumnType}?`
  ? Values[T] | null
  : C extends ColumnType
    ? Values[C]
    : C extends UnsortedColumn
      ? ValueOf<C["type"]>
      : never;

/** The value of the column that a path leads to. It is also null where there is no row that has the column. */
export type ValueAt<T extends TableName, P extends string, Missing = never> = P extends `${infer Step}.${infer Rest}`
  ? Step extends keyof ReferencesOf<T>
    ? ValueAt<TableBehind<T, Step>, Rest, ReferencesOf<T>[Step] extends { readonly required: true } ? Missing : null>
    : never
  : P extends keyof ColumnsOf<T>
    ? ValueOf<ColumnsOf<T>[P]> | Missing
    : never;
