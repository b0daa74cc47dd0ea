import type { Statement } from "../../database.js";

/** $1 a batch. The trace context of the request that made it, or null. */
export const selectTraceparent: Statement = {
  name: "select_traceparent",
  text: "SELECT traceparent FROM batch WHERE id = $1::int",
};
