import { LRUCache } from "lru-cache";
import { noteWorker as statement } from "../../db/sql/execution/noteWorker.js";
/** How often a worker is noted at most, in milliseconds. A busy worker sends dozens of requests a second. */
const interval = 2000;
const noted = new LRUCache({ max: 10_000, ttl: interval });
/**
 * Notes that a worker was seen, and that jobs of these types were claimed. Nobody waits for it, and one that fails is not repeated before the
 * worker comes again: only what people are shown depends on it.
 */
export function noteWorker(db, worker, jobTypeIds) {
    const key = `${worker}\n${jobTypeIds.join()}`;
    if (noted.has(key))
        return;
    noted.set(key, true);
    db.query(statement, [worker, jobTypeIds]).catch(() => noted.delete(key));
}
