import type { Statement } from "../../database.js";

/** $1 job types: the same for them. */
export const notifyTypes: Statement = {
  name: "notify_types",
  text: "SELECT pg_notify('job_queued', id::text) FROM unnest($1::int[]) AS t (id)",
};
