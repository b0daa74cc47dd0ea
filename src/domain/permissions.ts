import { type Actor, type Role, roles } from "./actor.js";
import { DomainError } from "./errors.js";

const everybody: readonly Role[] = roles;
const readers: readonly Role[] = ["READER", "OPERATOR", "ADMIN"];
const workers: readonly Role[] = ["WORKER", "OPERATOR", "ADMIN"];
const operators: readonly Role[] = ["OPERATOR", "ADMIN"];

/** What changes nothing, and the roles that may ask for it. */
const reads = {
  viewer: everybody,
  getVersion: everybody,
  getMetrics: readers,
  node: readers,
  batch: readers,
  batches: readers,
  batchProgress: readers,
  batchesChanged: readers,
  compareBatches: readers,
  recipeType: readers,
  recipeTypes: readers,
  recipe: readers,
  job: readers,
  jobType: readers,
  jobTypes: readers,
  workers: readers,
  queues: readers,
  webhook: operators,
  webhooks: operators,
  validateBatch: readers,
  listBatches: readers,
  getBatch: readers,
  listRecipeTypes: readers,
  getRecipeType: readers,
  getJob: readers,
};

/** What changes something, and the roles that may do it. */
const writes = {
  claimJobs: workers,
  reportJobs: workers,
  createBatch: operators,
  updateBatch: operators,
  cancelBatch: operators,
  pauseBatch: operators,
  resumeBatch: operators,
  retryBatch: operators,
  requeueJobs: operators,
  cancelJobs: operators,
  updateJobType: operators,
  createWebhook: operators,
  updateWebhook: operators,
  deleteWebhook: operators,
  rotateWebhookSecret: operators,
  redeliverWebhook: operators,
};

/** The one table of who may do what: the root fields of GraphQL, and the operations of REST by their `operationId`. */
const permissions: Readonly<Record<string, readonly Role[]>> = { ...reads, ...writes };

export type Operation = keyof typeof reads | keyof typeof writes;

export const isOperation = (name: string): name is Operation => Object.hasOwn(permissions, name);
export const isWriting = (operation: Operation): boolean => Object.hasOwn(writes, operation);

/** @throws {DomainError} FORBIDDEN where the actor's role may not do this */
export function permit({ role }: Actor, operation: Operation): void {
  const allowed = permissions[operation] ?? [];
  if (allowed.includes(role)) return;
  throw new DomainError({ code: "FORBIDDEN", path: [], message: `${operation} is for ${allowed.join(", ")}, and not for ${role}` });
}
