import { randomUUID } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import { type DatabaseFault, databaseFaultOf } from "../db/databaseFault.js";

const databaseFaultMessages: Record<DatabaseFault, string> = {
  AWAY: "The database can't be reached at the moment; try again",
  READ_ONLY: "The database takes no changes at the moment; try again",
  FULL: "The database has no room left at the moment; try again",
  INTERRUPTED: "The database could not finish this at the moment; try again",
};

/** What callers are told of an error that they can't mend. */
interface MaskedError {
  readonly message: string;
  /** The id under which the log has the error. Null where the database can't do its work: the same request may succeed later. */
  readonly errorId: string | null;
}

/** Logs an error that is no caller's fault, and tells callers no more of it than an id. */
export function maskError(err: unknown, log: FastifyBaseLogger, what: string): MaskedError {
  const fault = databaseFaultOf(err);
  if (fault) {
    log.warn({ err, fault }, "The database can't do its work");
    return { message: databaseFaultMessages[fault], errorId: null };
  }
  const errorId = randomUUID();
  log.error({ errorId, err }, what);
  return { message: `Internal error ${errorId}`, errorId };
}
