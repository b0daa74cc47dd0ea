import type { Registry } from "prom-client";
import type { Database } from "../db/database.js";
import { countStates, type StateRow } from "../db/sql/monitoring/countStates.js";
import { type QueueRow, selectQueues } from "../db/sql/monitoring/selectQueues.js";
import { numbersIn } from "./numbersIn.js";
import { sharedQuestion } from "./sharedQuestion.js";

/** Several may scrape, and a scrape has ten seconds by default. A database that is slow to count is never asked to count twice at once. */
const times = { maxAge: 3_000, maxWait: 3_000 };
/** Job types that have numbers of their own: those with the most jobs. */
const maxJobTypes = 200;

/**
 * Adds the numbers that the database knows: batches, queues, workers. Each process says them of the whole database, so sums over processes
 * make no sense of them. They are asked for at a scrape, and missing while the database does not answer.
 */
export function databaseMetrics(registry: Registry, database: Database): void {
  const { gauge } = numbersIn(registry);
  const ask = sharedQuestion(async () => {
    const [states, queues] = await Promise.all([
      database.query<StateRow>(countStates),
      database.query<QueueRow>(selectQueues, [maxJobTypes]),
    ]);
    return { states, queues };
  }, times);
  const byState = (kind: StateRow["kind"]) => async () => {
    const all = await ask();
    return all && Object.fromEntries(all.states.filter((row) => row.kind === kind).map(({ state, value }) => [state, value]));
  };
  const one = (kind: StateRow["kind"]) => async () => {
    const all = await ask();
    return all && (all.states.find((row) => row.kind === kind)?.value ?? 0);
  };
  const byJobType = (number: "queued" | "running" | "oldestSeconds") => async () => {
    const all = await ask();
    return all && Object.fromEntries(all.queues.map((queue) => [`${queue.name} ${queue.version}`, queue[number] ?? 0]));
  };

  gauge("database_up", "1 where the database answers within 3 s, else 0", null, async () => Number((await ask()) !== null));
  gauge("batches", "Batches by status", "status", byState("batches"));
  gauge("unfinished_batches", "Batches whose work is not finished, by its state", "work_state", byState("work"));
  gauge("stalled_batches", "Batches that are to be expanded and of which nothing has been made for 10 s", null, one("stalled"));
  gauge("seen_workers", "Workers that have been heard of within the last minute", null, one("workers"));
  gauge("lease_look_age_seconds", "Seconds since any process has last looked for leases that have run out", null, one("look"));
  gauge("queued_jobs", "Jobs that wait for a worker, by job type", "job_type", byJobType("queued"));
  gauge("running_jobs", "Jobs that workers have in hand, by job type", "job_type", byJobType("running"));
  const oldest = "How long the first job that may be handed out has waited, by job type";
  gauge("oldest_queued_job_seconds", oldest, "job_type", byJobType("oldestSeconds"));
}
