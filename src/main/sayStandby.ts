import type { Logger } from "pino";
import type { OnStandbyChange, StandbyState } from "../db/Standby.js";

const meanings: Record<StandbyState, string> = {
  USED: "The standby answers what only reads",
  AWAY: "The standby is away, or the primary does not answer: the primary answers everything",
  PRIMARY: "The server of DATABASE_REPLICA_URL is no standby: the primary answers everything",
  OTHER_TIMELINE: "The standby does not follow this primary, or not yet after a promotion: the primary answers everything",
  OTHER_DATABASE: "DATABASE_REPLICA_URL leads to another database: the primary answers everything",
};

/** Logs whether the standby is used, whenever that changes. */
export const sayStandby =
  (log: Logger): OnStandbyChange =>
  (standby, why) =>
    log[standby === "USED" ? "info" : "warn"]({ standby, why }, meanings[standby]);
