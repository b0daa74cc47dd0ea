import { DomainError } from "../../errors.js";
import { fixBatch } from "../expand/fixBatch.js";
import { jsonHash, readPlanToken, selectionHash } from "./planToken.js";
/**
 * Makes sure that a batch does what its preview showed. It fixes what the new batch matches in the transaction that creates the batch, and
 * refuses if that is not what was shown.
 * @throws {DomainError} INVALID for what is no token; CONFLICT with what changed
 */
export async function keepPlan(tx, batchId, batch, token) {
    const shown = readPlanToken(token);
    if (!shown)
        throw new DomainError({ code: "INVALID", path: ["planToken"], message: "is not a token that validateBatch has returned" });
    if (shown.recipeTypeId !== batch.recipeType.id || shown.definitionHash !== jsonHash(batch.definition)) {
        throw conflict("was given for another recipe type or definition");
    }
    if (shown.selectionHash !== selectionHash(batch.selection))
        throw conflict("was given for another selection");
    const fixed = await fixBatch(tx, { ...batch, id: batchId, recipeTypeId: batch.recipeType.id, retryOfId: null });
    const changes = [];
    if (fixed.revisionNum !== shown.revisionNum) {
        changes.push(`the recipe type's revision was ${shown.revisionNum} and is now ${fixed.revisionNum}`);
    }
    if (fixed.count !== shown.recipeCount) {
        changes.push(`${shown.recipeCount} recipes were matched and ${fixed.count} are now`);
    }
    else if (fixed.fingerprint !== shown.fingerprint) {
        changes.push(`other recipes are matched, though as many (${fixed.count})`);
    }
    if (changes.length > 0)
        throw conflict(`shows a plan that has changed: ${changes.join("; ")}`);
}
const conflict = (message) => new DomainError({ code: "CONFLICT", path: ["planToken"], message });
