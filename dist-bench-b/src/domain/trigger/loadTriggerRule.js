import { archivedOf, changedFields } from "../changedFields.js";
/**
 * Creates a trigger rule, or brings the stored one of that type and name in line with the document. There may be two rules of one type and
 * name, because there is no unique key. Then the oldest is taken.
 * @param tx a transaction that holds `lockCatalogue`
 */
export async function loadTriggerRule(tx, { type, name, fields }) {
    const stored = await tx.prisma.triggerRule.findFirst({ where: { type, name }, orderBy: { id: "asc" } });
    const loaded = { kind: "TRIGGER_RULE", name: `${type} ${name}`, revision: null };
    if (!stored) {
        const { id } = await tx.prisma.triggerRule.create({ data: { type, name, ...fields, ...archivedOf(fields) } });
        return { ...loaded, id, action: "CREATED", changed: [] };
    }
    const changes = changedFields(stored, fields);
    const changed = Object.keys(changes);
    if (changed.length > 0) {
        const data = { ...changes, ...archivedOf(changes), lastModified: new Date() };
        await tx.prisma.triggerRule.update({ where: { id: stored.id }, data });
    }
    return { ...loaded, id: stored.id, action: changed.length > 0 ? "UPDATED" : "UNCHANGED", changed };
}
