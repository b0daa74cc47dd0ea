/** $1 job types. Tells those who wait for jobs of these types that there may be some for them now. */
export const notifyTypes = {
    name: "notify_types",
    text: "SELECT pg_notify('job_queued', id::text) FROM unnest($1::int[]) AS t (id)",
};
