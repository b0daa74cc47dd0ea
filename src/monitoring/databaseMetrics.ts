import { Gauge, type Registry } from "prom-client";
import type { Database } from "../db/database.js";
import { countStates, type StateRow } from "../db/sql/monitoring/countStates.js";
import { type QueueRow, selectQueues } from "../db/sql/monitoring/selectQueues.js";

/** Milliseconds for which an answer of the database is given to all who ask: several may scrape. */
const keptFor = 3_000;
/** Milliseconds that the database has to answer. A scrape has ten seconds by default. */
const maxWait = 3_000;
/** Job types that have numbers of their own: those with the most jobs. */
const maxJobTypes = 200;

interface States {
  readonly states: readonly StateRow[];
  readonly queues: readonly QueueRow[];
}

/**
 * Adds the numbers that the database knows: batches, queues, workers. Each process says them of the whole database, so sums over processes
 * make no sense of them. They are asked for at a scrape, and missing while the database does not answer.
 */
export function databaseMetrics(registry: Registry, database: Database): void {
  let kept: { readonly at: number; readonly states: Promise<States> } | undefined;
  let isReading = false;
  const ask = (): Promise<States | null> => {
    const now = performance.now();
    // While the database does not answer, each scrape waits for the same statements: they must not use up the pool.
    if (!kept || (!isReading && now - kept.at > keptFor)) {
      isReading = true;
      const states = read(database).finally(() => {
        isReading = false;
      });
      kept = { at: now, states };
    }
    return inTime(kept.states);
  };

  function gauge<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
    set: (its: Gauge<Label>, all: States) => void,
  ) {
    new Gauge({
      name: `batch_gateway_${name}`,
      help,
      labelNames: labels,
      registers: [registry],
      async collect() {
        const all = await ask();
        this.reset();
        if (all) set(this, all);
        // Otherwise, a gauge without labels would be 0.
        else if (labels.length === 0) this.remove();
      },
    });
  }

  new Gauge({
    name: "batch_gateway_database_up",
    help: "1 where the database answers within 3 s, else 0",
    registers: [registry],
    async collect() {
      this.set((await ask()) ? 1 : 0);
    },
  });
  gauge("batches", "Batches by status", ["status"], (its, { states }) => {
    for (const { kind, state, value } of states) if (kind === "batches") its.set({ status: state }, value);
  });
  gauge("unfinished_batches", "Batches whose work is not finished, by its state", ["work_state"], (its, { states }) => {
    for (const { kind, state, value } of states) if (kind === "work") its.set({ work_state: state }, value);
  });
  gauge("stalled_batches", "Batches that are to be expanded and of which nothing has been made for 10 s", [], (its, { states }) =>
    its.set(numberOf(states, "stalled")),
  );
  gauge("seen_workers", "Workers that have been heard of within the last minute", [], (its, { states }) =>
    its.set(numberOf(states, "workers")),
  );
  gauge("lease_look_age_seconds", "Seconds since any process has last looked for leases that have run out", [], (its, { states }) =>
    its.set(numberOf(states, "look")),
  );
  gauge("queued_jobs", "Jobs that wait for a worker, by job type", ["job_type"], (its, { queues }) => {
    for (const queue of queues) its.set({ job_type: jobTypeOf(queue) }, queue.queued);
  });
  gauge("running_jobs", "Jobs that workers have in hand, by job type", ["job_type"], (its, { queues }) => {
    for (const queue of queues) its.set({ job_type: jobTypeOf(queue) }, queue.running);
  });
  gauge(
    "oldest_queued_job_seconds",
    "How long the first job that may be handed out has waited, by job type",
    ["job_type"],
    (its, { queues }) => {
      for (const queue of queues) its.set({ job_type: jobTypeOf(queue) }, queue.oldestSeconds ?? 0);
    },
  );
}

const read = async (database: Database): Promise<States> => {
  const [states, queues] = await Promise.all([
    database.query<StateRow>(countStates),
    database.query<QueueRow>(selectQueues, [maxJobTypes]),
  ]);
  return { states, queues };
};

/** @returns null where the database fails, or does not answer in time */
async function inTime(states: Promise<States>): Promise<States | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), maxWait);
  });
  return Promise.race([states.catch(() => null), late]).finally(() => clearTimeout(timer));
}

const numberOf = (states: readonly StateRow[], wanted: StateRow["kind"]): number => states.find(({ kind }) => kind === wanted)?.value ?? 0;
const jobTypeOf = ({ name, version }: QueueRow): string => `${name} ${version}`;
