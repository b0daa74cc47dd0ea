import type { Statement } from "../../database.js";

/**
 * Lets one transaction at a time load job types, trigger rules and recipe types. Two that load the same thing would both find it
 * missing: one would then fail on a unique key, and a trigger rule, which has none, would be there twice. The number is any.
 */
export const lockCatalogue: Statement = {
  name: "lock_catalogue",
  text: "SELECT pg_advisory_xact_lock(20161028)::text",
};
