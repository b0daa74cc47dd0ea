import { Refusal } from "../../gateway/refusal.js";

/** The worker is not let in: its token has expired, for example. It may be replaced, and no report is lost meanwhile. */
export const isLockedOut = (error: unknown): error is Refusal => error instanceof Refusal && error.has(["UNAUTHENTICATED", "FORBIDDEN"]);

/** Whether the gateway has understood a request, and would refuse it again. */
export const isRefused = (error: unknown): error is Refusal => error instanceof Refusal && !error.isPassing && !isLockedOut(error);
