import { anonymous } from "./actor.js";
import { gatewayActor } from "./execution/moveWork.js";
import { batchCreator } from "./job/ensureSystemJobType.js";

/** The names by which histories show what the gateway has done itself, and that of those who have none. */
const reserved: ReadonlySet<string> = new Set([anonymous.name, gatewayActor, batchCreator.name]);

/**
 * Whether a name means something, so that no caller may go by it. Whoever was called `Anonymous` would be counted as nobody, and a change by
 * `batch-gateway` would be taken for the gateway's own, by people and by webhooks.
 */
export const isReserved = (name: string): boolean => reserved.has(name);
