import { canonicalJson } from "./canonicalJson.js";
import { changedFields } from "./changedFields.js";
/** Creates something of the catalogue, or brings the stored one in line with what was loaded. */
export async function saveRevisioned(thing) {
    const { kind, name, stored, fields, document } = thing;
    if (!stored)
        return { kind, name, id: await thing.create(), action: "CREATED", changed: [], revision: { from: null, to: 1 } };
    const { id, revisionNum: from } = stored;
    const changes = changedFields(stored, fields);
    const isRedefined = canonicalJson(document.stored) !== canonicalJson(document.wanted);
    const changed = [...(isRedefined ? [document.name] : []), ...Object.keys(changes)];
    const revision = { from, to: isRedefined ? from + 1 : from };
    if (changed.length > 0)
        await thing.update(id, changes, isRedefined ? revision.to : null);
    return { kind, name, id, action: changed.length > 0 ? "UPDATED" : "UNCHANGED", changed, revision };
}
