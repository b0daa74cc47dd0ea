/**
 * $1 batch, $2 the revision that its recipes become, $3 how many it matches. Its slices are written. It follows from them which batch came
 * before: the one that made most of the matched recipes, and of several the newest. Up to about 256 recipes are looked at, which are spread over all
 * slices, because a million take some seconds.
 */
export const noteMatches = {
    name: "note_matches",
    text: `
    WITH slice AS (
      SELECT recipe_ids, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS slices FROM batch_slice WHERE batch_id = $1::int
    ), sample AS (
      SELECT unnest(recipe_ids[1:ceil(256.0 / slices)::int]) AS recipe_id FROM slice WHERE n % greatest(slices / 256, 1) = 0
    ), previous AS (
      SELECT b.id, coalesce(b.root_id, b.id) AS root_id
      FROM sample s JOIN batch_recipe r ON r.recipe_id = s.recipe_id JOIN batch b ON b.id = r.batch_id
      GROUP BY b.id ORDER BY count(*) DESC, b.id DESC LIMIT 1
    )
    UPDATE batch SET recipe_type_rev_id = $2::int, total_count = $3::int,
      previous_id = (SELECT id FROM previous), root_id = (SELECT root_id FROM previous)
    WHERE id = $1::int`,
};
