import { type Role, roles } from "../../domain/actor.js";

/** The roles by what they may do: whoever has several, acts in the first of these. */
const strongest = [...roles].reverse();

/** The role that a claim names, in any case, whether as a text of one or more words or as a list. Other words are no roles of the gateway's. */
export function roleAmong(claim: unknown): Role | null {
  const words = (Array.isArray(claim) ? claim : [claim]).flatMap((value) => (typeof value === "string" ? value.split(/[\s,]+/) : []));
  const named = new Set(words.map((word) => word.toUpperCase()));
  return strongest.find((role) => named.has(role)) ?? null;
}
