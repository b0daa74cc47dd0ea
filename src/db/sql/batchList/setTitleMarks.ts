import type { Statement } from "../../database.js";

/** $1, $2: sets the marks among the titles anew, one every $1 batches, where there were at least $2 changes since. */
export const setTitleMarks: Statement = {
  text: "SELECT batch_title_set_marks($1::int) WHERE (SELECT count(*) FROM batch_title_change) >= $2::int",
};
