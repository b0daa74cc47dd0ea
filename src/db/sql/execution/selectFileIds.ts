import type { Statement } from "../../database.js";

/** $1 ids. Finds which of these files there are. */
export const selectFileIds: Statement = {
  name: "select_file_ids",
  text: "SELECT id FROM scale_file WHERE id = ANY($1::bigint[])",
};
