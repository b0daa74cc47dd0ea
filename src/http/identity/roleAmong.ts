import { type Role, roles } from "../../domain/actor.js";

/** The roles by what they may do: whoever has several, acts in the first of these. */
const strongest = [...roles].reverse();

/**
 * The role that a claim names, in any case. A text may have several words, as `scope` has; what stands in a list is one name each, as that of
 * the group "Billing Admin". Other names are no roles of the gateway's.
 */
export function roleAmong(claim: unknown): Role | null {
  const names: readonly unknown[] = typeof claim === "string" ? claim.split(/[\s,]+/) : Array.isArray(claim) ? claim : [];
  const named = new Set(names.map((name) => (typeof name === "string" ? name.trim().toUpperCase() : null)));
  return strongest.find((role) => named.has(role)) ?? null;
}
