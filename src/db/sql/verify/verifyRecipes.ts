import { type Verification, verification } from "./invariants.js";

/** The recipes that the gateway's batches have made (those of Scale's know no revision), beside their jobs. */
export const verifyRecipes: Verification = verification(
  `
  SELECT 'recipe' AS subject, r.id, r.completed, r.is_superseded, coalesce(j.jobs, 0) AS jobs, coalesce(j.is_done, true) AS is_done,
    jsonb_array_length(jsonb_path_query_array(v.definition, '$.jobs[*]')) AS nodes, coalesce(j.known, 0) AS known
  FROM recipe r JOIN (
      SELECT DISTINCT m.recipe_id FROM batch_recipe m JOIN batch b ON b.id = m.batch_id AND b.recipe_type_rev_id IS NOT NULL
    ) b ON b.recipe_id = r.id
    JOIN recipe_type_revision v ON v.id = r.recipe_type_rev_id
    LEFT JOIN (
      SELECT rj.recipe_id, count(*) AS jobs, bool_and(j.status = 'COMPLETED') AS is_done, count(node.name) AS known
      FROM recipe_job rj JOIN job j ON j.id = rj.job_id JOIN recipe r ON r.id = rj.recipe_id
        LEFT JOIN (
          SELECT v.id AS revision_id, node ->> 'name' AS name
          FROM recipe_type_revision v, jsonb_path_query(v.definition, '$.jobs[*]') AS node
        ) node ON node.revision_id = r.recipe_type_rev_id AND node.name = rj.job_name
      GROUP BY 1
    ) j ON j.recipe_id = r.id`,
  {
    "A recipe has the jobs of its definition": "jobs <> nodes OR known <> nodes",
    "A completed recipe has only COMPLETED jobs": "completed IS NOT NULL AND NOT is_done",
    "A recipe whose jobs are COMPLETED is completed": "completed IS NULL AND is_done AND NOT is_superseded",
  },
);
