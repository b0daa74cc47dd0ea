/** A job type's name and version as one text, for maps. */
export const textOfKey = ({ name, version }) => JSON.stringify([name, version]);
/**
 * Orders nodes so that each stands behind its parents. Nodes that could stand at the same place keep their order.
 * @returns the ordered nodes, and those that a cycle keeps from being ordered
 */
export function topologicalOrder(nodes) {
    const ordered = [];
    const done = new Set();
    let left = [...nodes];
    for (;;) {
        const free = left.filter((node) => node.parents.every((parent) => done.has(parent.name)));
        if (free.length === 0)
            return { ordered, cyclic: left };
        for (const node of free) {
            ordered.push(node);
            done.add(node.name);
        }
        left = left.filter((node) => !done.has(node.name));
    }
}
