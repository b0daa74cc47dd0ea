import { createHash } from "node:crypto";
import { canonicalJson } from "../../canonicalJson.js";
import { isWhole } from "../batchSelection.js";
/** The token of a preview. Opaque to callers; it holds no secret and grants nothing. */
export function planToken(shown) {
    const plan = {
        recipeTypeId: shown.recipeTypeId,
        revisionNum: shown.revisionNum,
        recipeCount: shown.matches.reduce((sum, { count }) => sum + count, 0),
        fingerprint: String(shown.matches.reduce((all, { fingerprint }) => all ^ BigInt(fingerprint), 0n)),
        definitionHash: jsonHash(shown.definition),
        selectionHash: selectionHash(shown.selection),
    };
    return write(plan);
}
const write = (plan) => Buffer.from(JSON.stringify(plan)).toString("base64url");
/** Null where the text is no token of `planToken`. */
export function readPlanToken(token) {
    try {
        const plan = JSON.parse(Buffer.from(token, "base64url").toString());
        const isPlan = typeof plan?.recipeTypeId === "number" &&
            typeof plan.revisionNum === "number" &&
            typeof plan.recipeCount === "number" &&
            typeof plan.fingerprint === "string" &&
            typeof plan.definitionHash === "string" &&
            (typeof plan.selectionHash === "string" || plan.selectionHash === null) &&
            write(plan) === token;
        return isPlan ? plan : null;
    }
    catch {
        return null;
    }
}
export const jsonHash = (document) => createHash("sha256").update(canonicalJson(document)).digest("hex");
export const selectionHash = (selection) => (isWhole(selection) ? null : jsonHash(selection));
