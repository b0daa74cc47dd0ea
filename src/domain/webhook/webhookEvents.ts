/** What a webhook can be told of. In messages an event is written `batch.work.succeeded`. A trigger of the database decides what is which. */
export const webhookEvents = [
  "BATCH_CREATED",
  "BATCH_FAILED",
  "BATCH_WORK_SUCCEEDED",
  "BATCH_WORK_FAILED",
  "BATCH_WORK_CANCELED",
  "BATCH_WORK_STOPPED",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
