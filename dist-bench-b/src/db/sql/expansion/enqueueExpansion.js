import { addMessage } from "../expansionMessage.js";
/**
 * $1 batch, $2 lanes, $3 priority, $4 seconds to wait. Queues one message for each lane, in the caller's transaction. The message takes its
 * place behind those of the same priority, so batches take turns.
 */
export const enqueueExpansion = {
    name: "enqueue_expansion",
    text: `
    SELECT (${addMessage("$1::int", "lane", "$3::int", "now() + make_interval(secs => $4::float8)")}).id::text
    FROM unnest($2::int[]) AS lane`,
};
