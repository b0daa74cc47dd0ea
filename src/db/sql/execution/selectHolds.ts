import type { Statement } from "../../database.js";

/** Why a queued job is not handed out. */
export interface HoldRow {
  readonly jobId: number;
  readonly kind: HoldKind;
  /** What a cap allows. */
  readonly cap: number | null;
  /** Until when a backoff runs. */
  readonly until: string | null;
}

export type HoldKind =
  | ("NO_BATCH" | "BATCH_CANCELED" | "BATCH_HELD" | "TYPE_INACTIVE" | "TYPE_PAUSED")
  | ("BACKOFF" | "BATCH_CAP" | "TYPE_CAP");

/** $1 jobs. Reads why those that are queued are not handed out; nothing of a job that may be handed out, or is not queued. */
export const selectHolds: Statement = {
  name: "select_holds",
  text: `
    SELECT * FROM (
      SELECT j.id AS "jobId", CASE
          WHEN j.batch_id IS NULL THEN CASE WHEN t.is_system THEN NULL ELSE 'NO_BATCH' END
          WHEN b.work_state = 'CANCELED' THEN 'BATCH_CANCELED'
          WHEN b.work_state = 'HELD' THEN 'BATCH_HELD'
          WHEN NOT t.is_active THEN 'TYPE_INACTIVE'
          WHEN t.is_paused THEN 'TYPE_PAUSED'
          WHEN j.queued > now() THEN 'BACKOFF'
          WHEN b.max_running_jobs <= batch_running.n THEN 'BATCH_CAP'
          WHEN t.max_running <= type_running.n THEN 'TYPE_CAP'
        END AS "kind",
        CASE WHEN b.max_running_jobs <= batch_running.n THEN b.max_running_jobs ELSE t.max_running END AS "cap",
        j.queued AS "until"
      FROM job j JOIN job_type t ON t.id = j.job_type_id LEFT JOIN batch b ON b.id = j.batch_id
        LEFT JOIN LATERAL (
          SELECT coalesce(sum(n), 0) AS n FROM work_tally w WHERE w.batch_id = b.id AND w.status = 'RUNNING'
        ) AS batch_running ON b.max_running_jobs IS NOT NULL
        LEFT JOIN LATERAL (
          SELECT coalesce(sum(n), 0) AS n FROM work_tally w WHERE w.job_type_id = t.id AND w.status = 'RUNNING'
        ) AS type_running ON t.max_running IS NOT NULL
      WHERE j.id = ANY($1::int[]) AND j.status = 'QUEUED'
    ) AS hold
    WHERE "kind" IS NOT NULL`,
};
