import type { Db } from "../../db/database.js";
import { type HoldRow, selectHolds } from "../../db/sql/execution/selectHolds.js";
import { never } from "../errors.js";
import { formatTime } from "../time.js";

/** Why a queued job is not handed out, as a sentence. */
export interface Hold {
  readonly jobId: number;
  readonly reason: string;
}

/** Finds why queued jobs are not handed out at the moment; nothing of those that may be, or are not queued. */
export const findHolds = async (db: Db, jobIds: readonly number[]): Promise<Hold[]> =>
  (await db.query<HoldRow>(selectHolds, [jobIds])).map((row) => ({ jobId: row.jobId, reason: sentence(row) }));

function sentence({ kind, cap, until }: HoldRow): string {
  switch (kind) {
    case "NO_BATCH":
      return "No batch has made it, and only jobs of batches are handed out";
    case "BATCH_CANCELED":
      return "Its batch is canceled";
    case "BATCH_HELD":
      return "Its batch is paused until it is resumed";
    case "TYPE_INACTIVE":
      return "Its job type is inactive";
    case "TYPE_PAUSED":
      return "Its job type is paused";
    case "BACKOFF":
      return `It is not tried again before ${formatTime(until as string)}`;
    case "BATCH_CAP":
      return `As many jobs of its batch run as may: ${cap}`;
    case "TYPE_CAP":
      return `As many jobs of its job type run as may: ${cap}`;
    default:
      return never(kind);
  }
}
