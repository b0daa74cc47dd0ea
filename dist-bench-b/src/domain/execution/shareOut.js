/**
 * Shares out places among the most urgent lanes: each batch gets as many as any other, give or take one, and likewise each of its lanes. The
 * batches take turns at being first, in the order of their ids.
 * @param lanes in any order
 * @param after the batch that was last served; the turn is the next one's
 * @returns shares of the lanes of the lowest priority number, in the order in which they are to be served
 */
export function shareOut(lanes, places, after) {
    const priority = Math.min(...lanes.map((lane) => lane.priority));
    const byBatch = new Map();
    for (const lane of lanes.filter((lane) => lane.priority === priority)) {
        byBatch.set(lane.batchId, [...(byBatch.get(lane.batchId) ?? []), lane]);
    }
    const ids = [...byBatch.keys()].sort((one, other) => one - other);
    const turn = [...ids.filter((id) => id > after), ...ids.filter((id) => id <= after)];
    return split(places, turn.length).flatMap((ofBatch, i) => {
        const its = byBatch.get(turn[i]) ?? [];
        return split(ofBatch, its.length).flatMap((jobs, k) => (jobs > 0 ? [{ lane: its[k], jobs }] : []));
    });
}
/** Splits a number into parts that differ by one at most, the greater ones first. */
const split = (whole, parts) => Array.from({ length: parts }, (_, i) => Math.floor(whole / parts) + (i < whole % parts ? 1 : 0));
