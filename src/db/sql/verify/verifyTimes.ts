import { type Verification, verification } from "./invariants.js";

/** The times that recipes carry, beside those of their files. Pruning takes away the files of superseded recipes. */
export const verifyTimes: Verification = verification(
  `
  SELECT 'recipe' AS subject, r.id, r.source_started, r.source_ended, t.started, t.ended
  FROM recipe r LEFT JOIN (
      SELECT rf.recipe_id, min(least(f.data_started, f.data_ended)) AS started, max(greatest(f.data_started, f.data_ended)) AS ended
      FROM recipe_file rf JOIN scale_file f ON f.id = rf.scale_file_id GROUP BY 1
    ) t ON t.recipe_id = r.id
  WHERE NOT r.is_superseded AND coalesce(r.source_started, r.source_ended) IS NOT NULL`,
  {
    "The times that a recipe carries are those of its files":
      "source_started IS DISTINCT FROM started OR source_ended IS DISTINCT FROM ended",
  },
);
