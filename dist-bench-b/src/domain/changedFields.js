import { canonicalJson } from "./canonicalJson.js";
/**
 * Finds the fields whose wanted value differs from the stored one. Values are compared as JSON, whatever the order of their keys. A field
 * whose wanted value is undefined stays as it is.
 */
export function changedFields(stored, wanted) {
    const changes = {};
    for (const key of Object.keys(wanted)) {
        if (wanted[key] !== undefined && canonicalJson(wanted[key]) !== canonicalJson(stored[key]))
            changes[key] = wanted[key];
    }
    return changes;
}
/**
 * The change of the time of archiving, which follows from a change of whether something is active. It is empty where that does not change.
 */
export const archivedOf = ({ isActive }) => isActive === undefined ? {} : { archived: isActive ? null : new Date() };
