/**
 * The first parts of a statement that moves jobs of recipes on: $1 has the ids of the recipes. `held` are those that are not superseded,
 * `node` the jobs in their revisions' definitions with the names of their parents, `edge` each child with a parent. A statement reads each
 * definition once.
 */
export const graphsOfRecipes = `
    held AS MATERIALIZED (
      SELECT id, recipe_type_rev_id AS rev_id, data FROM recipe WHERE id = ANY($1::int[]) AND NOT is_superseded
    ), node AS MATERIALIZED (
      SELECT v.id AS rev_id, n.node ->> 'name' AS name, n.node,
        ARRAY(SELECT p.parent ->> 'name' FROM jsonb_path_query(n.node, '$.dependencies[*]') AS p (parent)) AS parents
      FROM recipe_type_revision v CROSS JOIN LATERAL jsonb_path_query(v.definition, '$.jobs[*]') AS n (node)
      WHERE v.id IN (SELECT rev_id FROM held)
    ), edge AS MATERIALIZED (
      SELECT rev_id, name AS child, parent FROM node CROSS JOIN LATERAL unnest(parents) AS p (parent)
    )`;
