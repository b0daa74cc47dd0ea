import { createHash } from "node:crypto";
import type { RevisionMatches } from "../../../db/sql/batch/countMatches.js";
import { canonicalJson } from "../../canonicalJson.js";
import { type BatchSelection, isWhole } from "../batchSelection.js";
import { type CheckedBatch, countOf } from "./checkBatch.js";

/** What a preview has shown: enough to tell whether the same would be done now. */
const shownPlan = ({ recipeType, definition, selection }: CheckedBatch, matches: readonly RevisionMatches[]) => ({
  recipeTypeId: recipeType.id,
  revisionNum: recipeType.revisionNum,
  recipeCount: countOf(matches),
  fingerprint: String(matches.reduce((all, { fingerprint }) => all ^ BigInt(fingerprint), 0n)),
  definitionHash: jsonHash(definition),
  /** SHA-256 of the selection; null where nothing is selected. */
  selectionHash: selectionHash(selection),
});
type ShownPlan = ReturnType<typeof shownPlan>;

/** The token of a preview. Opaque to callers; it holds no secret and grants nothing. */
export const planToken = (batch: CheckedBatch, matches: readonly RevisionMatches[]): string => write(shownPlan(batch, matches));

const write = (plan: unknown): string => Buffer.from(JSON.stringify(plan)).toString("base64url");

/** Null where the text is no token of `planToken`. */
export function readPlanToken(token: string): ShownPlan | null {
  try {
    const plan: Partial<ShownPlan> | null = JSON.parse(Buffer.from(token, "base64url").toString());
    const isPlan =
      typeof plan?.recipeTypeId === "number" &&
      typeof plan.revisionNum === "number" &&
      typeof plan.recipeCount === "number" &&
      typeof plan.fingerprint === "string" &&
      typeof plan.definitionHash === "string" &&
      (typeof plan.selectionHash === "string" || plan.selectionHash === null) &&
      write(plan) === token;
    return isPlan ? (plan as ShownPlan) : null;
  } catch {
    return null;
  }
}

export const jsonHash = (document: unknown): string => createHash("sha256").update(canonicalJson(document)).digest("hex");

export const selectionHash = (selection: BatchSelection): string | null => (isWhole(selection) ? null : jsonHash(selection));
