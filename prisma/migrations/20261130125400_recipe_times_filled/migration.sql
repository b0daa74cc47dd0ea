-- The times of the recipes that there are and that a batch could match. It locks these rows, and no table: lists and jobs go on, batches that
-- come to such a recipe wait. 200,000 took 3.7 s on two cores with a load of 14; docs/operations.md says how to fill many beforehand. It
-- waits for nobody: a recipe that somebody has locked stays as it is, and its files are looked at. It goes by the ids, so that recipes lie on
-- disk as they were made: out of order, to pass over a million of them by an index took 14 s.
DO $$
BEGIN
  FOR low IN 0 .. coalesce((SELECT max(id) FROM recipe), 0) BY 20000 LOOP
    UPDATE recipe r SET source_started = t.started, source_ended = t.ended
    FROM (
      SELECT c.id, min(least(f.data_started, f.data_ended)) AS started, max(greatest(f.data_started, f.data_ended)) AS ended
      FROM (
        SELECT id FROM recipe WHERE id >= low AND id < low + 20000 AND source_started IS NULL AND NOT is_superseded FOR UPDATE SKIP LOCKED
      ) AS c JOIN recipe_file rf ON rf.recipe_id = c.id JOIN scale_file f ON f.id = rf.scale_file_id
      GROUP BY 1 ORDER BY 1
    ) AS t
    WHERE r.id = t.id AND r.id >= low AND r.id < low + 20000 AND t.started IS NOT NULL;
  END LOOP;
END
$$;
