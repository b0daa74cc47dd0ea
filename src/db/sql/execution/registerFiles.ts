import type { Statement } from "../../database.js";

/** $1 the files as JSON: [{file_name, media_type, file_size, uri, data_started, data_ended}]. Returns their ids, in the same order. */
export const registerFiles: Statement = {
  name: "register_files",
  text: `
    WITH file AS MATERIALIZED (
      SELECT nextval('scale_file_id_seq') AS id, f.*
      FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (file_name text, media_type text, file_size bigint, uri text, data_started timestamptz,
        data_ended timestamptz)) WITH ORDINALITY AS f (file_name, media_type, file_size, uri, data_started, data_ended, position)
    ), made AS (
      INSERT INTO scale_file (id, file_name, media_type, file_size, uri, data_started, data_ended)
      SELECT id, file_name, media_type, file_size, uri, data_started, data_ended FROM file
    )
    SELECT id FROM file ORDER BY position`,
};
