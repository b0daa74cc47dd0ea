import { Refusal } from "../../gateway/refusal.js";

/** Errors of the gateway's own: the same request may go well later. */
const passingCodes: readonly string[] = ["INTERNAL_SERVER_ERROR", "DEADLINE_EXCEEDED"];
/** The worker is not let in: its token has expired, for example. It may be replaced, and no report is lost meanwhile. */
const lockedOutCodes: readonly string[] = ["UNAUTHENTICATED", "FORBIDDEN"];

const has = (codes: readonly string[], error: unknown): error is Refusal =>
  error instanceof Refusal && error.problems.some(({ code }) => codes.includes(code));

export const isLockedOut = (error: unknown): error is Refusal => has(lockedOutCodes, error);

/** Whether the gateway has understood a request, and would refuse it again. */
export const isRefused = (error: unknown): error is Refusal => error instanceof Refusal && !has(passingCodes, error) && !isLockedOut(error);
