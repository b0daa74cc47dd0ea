import type { Statement } from "../../database.js";

/** Notes that a look through the executions is done. The time until the next one counts from here. */
export const endLook: Statement = { name: "end_look", text: "UPDATE job_watch SET looked = clock_timestamp()" };
