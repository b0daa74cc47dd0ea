/** $1 the recipe behind which the stretch begins, $2 how many recipes it has, $3 days. Finds the links to files of recipes that were superseded so long ago. */
export const selectPrunableFiles = {
    name: "select_prunable_files",
    text: `
    WITH stretch AS MATERIALIZED (
      SELECT id, is_superseded, superseded FROM recipe WHERE id > $1::int ORDER BY id LIMIT $2::int
    )
    SELECT (SELECT max(id) FROM stretch) AS last, coalesce(array_agg(f.id), '{}') AS ids
    FROM stretch r JOIN recipe_file f ON f.recipe_id = r.id
    WHERE r.is_superseded AND r.superseded < now() - make_interval(days => $3::int)`,
};
