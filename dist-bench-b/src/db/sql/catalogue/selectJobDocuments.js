/** $1 ids. Reads what went into jobs and came out. Prisma's model API has no limit in bytes for what it reads. */
export const selectJobDocuments = {
    name: "select_job_documents",
    text: "SELECT id, data, results FROM job WHERE id = ANY($1::int[])",
};
