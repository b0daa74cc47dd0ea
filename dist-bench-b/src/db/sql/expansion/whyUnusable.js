/** $1 ids of recipes that `reprocess` has left alone. */
export const whyUnusable = {
    text: `SELECT id, is_superseded AS "isSuperseded" FROM recipe WHERE id = ANY($1::int[]) ORDER BY id`,
};
