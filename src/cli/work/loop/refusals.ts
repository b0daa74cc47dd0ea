import { Refusal } from "../../gateway/gatewayErrors.js";

const lockedOutCodes = [
  // The worker's token has expired, for example.
  ...["UNAUTHENTICATED", "FORBIDDEN"],
  // The gateway is of a release before the worker's, or takes only documents that it knows.
  ...["GRAPHQL_VALIDATION_FAILED", "PERSISTED_DOCUMENT_REQUIRED"],
];

/** The worker is not let in. That may be mended, and no report is lost meanwhile. */
export const isLockedOut = (error: unknown): error is Refusal => error instanceof Refusal && error.has(lockedOutCodes);

/** Whether the gateway has understood a request, and would refuse it again. */
export const isRefused = (error: unknown): error is Refusal => error instanceof Refusal && !error.isPassing && !isLockedOut(error);
