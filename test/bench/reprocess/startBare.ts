import { openDatabase } from "../../../src/db/database.js";
import { type RowCounts, rowsMade } from "./rowsMade.js";

/** How the same rows were written without any logic. */
export interface BareRun {
  /** Recipes a second. */
  readonly rate: number;
  readonly rows: RowCounts;
}

/** The recipes of a type: their ids, and their jobs', are without gaps. */
interface Source {
  /** The type's. */
  readonly id: number;
  readonly first: number;
  readonly last: number;
  readonly firstJob: number;
  readonly lastJob: number;
}

/** How far the new ids are from the old ones: nothing has to be looked up. An event's is taken from its recipe's. */
interface Shifts {
  readonly recipe: number;
  readonly event: number;
  readonly job: number;
}

/** For a range of recipes: the same columns of the same rows as the creator writes, indexes and foreign keys as they are. */
const inserts = (batch: number, { recipe, event, job }: Shifts, range: string): string[] => [
  `INSERT INTO trigger_event (id, type, description, occurred)
   SELECT id + ${event}, 'USER', '{"user": "bench"}', now() FROM recipe WHERE id ${range}`,
  `INSERT INTO recipe (id, recipe_type_id, recipe_type_rev_id, event_id, data, root_superseded_recipe_id, superseded_recipe_id,
     source_started, source_ended, created, last_modified)
   SELECT id + ${recipe}, recipe_type_id, recipe_type_rev_id, id + ${event}, data, id, id, source_started, source_ended, now(), now() FROM recipe WHERE id ${range}`,
  `INSERT INTO recipe_file (recipe_id, scale_file_id, created)
   SELECT recipe_id + ${recipe}, scale_file_id, now() FROM recipe_file WHERE recipe_id ${range}`,
  `INSERT INTO job (id, job_type_id, job_type_rev_id, status, event_id, priority, timeout, max_tries, cpus_required, mem_required,
     root_superseded_job_id, superseded_job_id, created, queued, last_status_change, last_modified)
   SELECT j.id + ${job}, j.job_type_id, j.job_type_rev_id, 'QUEUED', r.recipe_id + ${event}, j.priority, j.timeout, j.max_tries,
     j.cpus_required, j.mem_required, j.id, j.id, now(), now(), now(), now()
   FROM recipe_job r JOIN job j ON j.id = r.job_id WHERE r.recipe_id ${range}`,
  `INSERT INTO recipe_job (recipe_id, job_id, job_name, is_original)
   SELECT recipe_id + ${recipe}, job_id + ${job}, job_name, true FROM recipe_job WHERE recipe_id ${range}`,
  `INSERT INTO batch_recipe (batch_id, recipe_id, superseded_recipe_id, created)
   SELECT ${batch}, id + ${recipe}, id, now() FROM recipe WHERE id ${range}`,
  `INSERT INTO batch_job (batch_id, job_id, superseded_job_id, created, is_original)
   SELECT ${batch}, job_id + ${job}, job_id, now(), true FROM recipe_job WHERE recipe_id ${range}`,
];

/** What the creator writes besides: the old recipes and jobs are superseded. */
const updates = (range: string): string[] => [
  `UPDATE recipe SET is_superseded = true, superseded = now(), last_modified = now() WHERE id ${range}`,
  `UPDATE job j SET is_superseded = true, superseded = now(), last_modified = now()
   FROM recipe_job r WHERE j.id = r.job_id AND r.recipe_id ${range}`,
];

/** Writes what re-processing recipes writes, over one connection. */
export interface Bare {
  /**
   * Writes what re-processing all recipes of a type writes.
   * @param chunk recipes of one transaction
   * @param supersedes whether the old rows are updated too
   */
  run(typeName: string, chunk: number, supersedes: boolean): Promise<BareRun>;
  stop(): Promise<void>;
}

/** Opens that connection, with the settings of the gateway's. */
export function startBare(databaseUrl: string): Bare {
  const database = openDatabase(databaseUrl, 1);
  const { pool } = database;
  return {
    run: async (typeName, chunk, supersedes) => {
      const source = await find(typeName);
      const shifts = {
        recipe: await draw("recipe", source.first, source.last),
        event: await draw("trigger_event", source.first, source.last),
        job: await draw("job", source.firstJob, source.lastJob),
      };
      await pool.query("CHECKPOINT");
      const rowsOf = await rowsMade(pool);
      const start = performance.now();
      await copyAll(source, shifts, chunk, supersedes);
      const rate = ((source.last - source.first + 1) * 1000) / (performance.now() - start);
      return { rate, rows: await rowsOf() };
    },
    stop: () => database.close(),
  };

  async function find(typeName: string): Promise<Source> {
    const { rows } = await pool.query(
      `SELECT t.id, min(r.id) AS first, max(r.id) AS last, min(rj.job_id) AS "firstJob", max(rj.job_id) AS "lastJob"
       FROM recipe_type t JOIN recipe r ON r.recipe_type_id = t.id JOIN recipe_job rj ON rj.recipe_id = r.id WHERE t.name = $1 GROUP BY 1`,
      [typeName],
    );
    return rows[0];
  }

  /**
   * Draws as many ids as a range has from a table's sequence. New rows then go to the right end of its indexes, here as with the creator:
   * were these ids far above the sequence, the creator's rows would go into the middle from then on.
   * @returns how far they are from the range
   */
  async function draw(table: string, first: number, last: number): Promise<number> {
    const { rows } = await pool.query("SELECT setval($1, nextval($1) + $2)::int AS last", [`${table}_id_seq`, last - first]);
    return rows[0].last - last;
  }

  async function copyAll({ id, first, last }: Source, shifts: Shifts, chunk: number, supersedes: boolean): Promise<void> {
    const made = await pool.query(
      "INSERT INTO batch (recipe_type_id, event_id, definition) SELECT $1, min(id), '{}' FROM trigger_event RETURNING id",
      [id],
    );
    for (let from = first; from <= last; from += chunk) {
      const range = `BETWEEN ${from} AND ${Math.min(last, from + chunk - 1)}`;
      // Statements that are sent together are one transaction, and one round trip.
      await pool.query([...inserts(made.rows[0].id, shifts, range), ...(supersedes ? updates(range) : [])].join(";\n"));
    }
  }
}
