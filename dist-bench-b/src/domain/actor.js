/** What an actor may do, from the least to the most. `READER` and `WORKER` have in common only that both may ask who they are, and for the version. */
export const roles = ["READER", "WORKER", "OPERATOR", "ADMIN"];
/** Characters of an actor's name: the columns that keep it are as wide. */
export const maxActorName = 250;
/** Everybody, where nothing tells callers apart. */
export const anonymous = { name: "Anonymous", role: "ADMIN" };
/** Who changes the state of a batch's work where no caller does. */
export const gatewayActor = "batch-gateway";
/** Who makes the recipes and jobs of batches. Its job type has this name in Scale, too. */
export const creatorActor = "scale-batch-creator";
const reserved = new Set([anonymous.name, gatewayActor, creatorActor]);
/**
 * Whether a name means something, so that no caller may go by it. Whoever was called `Anonymous` would be counted as nobody, and a change by
 * `batch-gateway` would be taken for the gateway's own, by people and by webhooks.
 */
export const isReserved = (name) => reserved.has(name);
