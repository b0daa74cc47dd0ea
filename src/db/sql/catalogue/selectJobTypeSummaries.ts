import type { Statement } from "../../database.js";

/**
 * $1 job types: all about them but what they need to run, and their interface. Lists of jobs ask at each request, and Prisma takes
 * 0.17 ms for it; this, 0.05.
 */
export const selectJobTypeSummaries: Statement = {
  name: "select_job_type_summaries",
  text: `
    SELECT id, name, version, title, description, category, author_name AS "authorName", author_url AS "authorUrl",
      is_system AS "isSystem", is_long_running AS "isLongRunning", is_active AS "isActive", is_operational AS "isOperational",
      is_paused AS "isPaused", icon_code AS "iconCode"
    FROM job_type WHERE id = ANY($1::int[])`,
};
