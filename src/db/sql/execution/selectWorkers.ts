import type { Statement } from "../../database.js";

/** A worker, and how many executions it has in hand. */
export interface WorkerRow {
  readonly name: string;
  readonly lastSeen: string;
  readonly running: number;
}

/** The most workers that are read. */
export const maxWorkers = 1000;

/** Reads the workers that were seen in the last hour, or have something in hand: the latest first. */
export const selectWorkers: Statement = {
  name: "select_workers",
  text: `
    SELECT w.name, w.last_seen AS "lastSeen", coalesce(e.n, 0)::int AS "running"
    FROM worker w LEFT JOIN (SELECT worker, count(*) AS n FROM job_exe WHERE status = 'RUNNING' GROUP BY worker) e ON e.worker = w.name
    WHERE w.last_seen > now() - interval '1 hour' OR e.n > 0
    ORDER BY w.last_seen DESC, w.name LIMIT ${maxWorkers}`,
};
