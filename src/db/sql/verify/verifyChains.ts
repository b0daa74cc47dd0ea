import { type Verification, verification } from "./invariants.js";

/** What superseded what. Of a recipe's jobs, some may be superseded by none, because the new revision has no such job. */
const chain = (table: "recipe" | "job", type: string, mayEnd: boolean): string => `
  SELECT '${table}' AS subject, n.id, n.is_superseded, n.superseded IS NOT NULL AS has_time, o.id AS old_id,
    o.is_superseded AS old_is_superseded, n.root_superseded_${table}_id AS root_id, coalesce(o.root_superseded_${table}_id, o.id) AS old_root_id,
    n.${type} = o.${type} AS is_same_type, ${mayEnd} OR NOT n.is_superseded OR s.superseded_${table}_id IS NOT NULL AS has_successor
  FROM ${table} n LEFT JOIN ${table} o ON o.id = n.superseded_${table}_id LEFT JOIN ${table} s ON s.superseded_${table}_id = n.id`;

export const verifyChains: Verification = verification(
  `${chain("recipe", "recipe_type_id", false)} UNION ALL ${chain("job", "id", true)}`,
  {
    "What is superseded has a time at which it was": "is_superseded <> has_time",
    "What has a successor is superseded": "NOT old_is_superseded",
    "A superseded recipe has a successor": "NOT has_successor",
    "The root of a successor is that of what it supersedes": "root_id IS DISTINCT FROM old_root_id",
    "A successor is newer than what it supersedes": "old_id >= id",
    "A recipe is superseded by one of its own type": "subject = 'recipe' AND NOT is_same_type",
  },
);
