/**
 * Compares two graphs. Nodes are identical, whatever their names, when their job types are equal, their parents correspond one
 * to one and are identical, and their inputs are connected alike. A forced node and its descendants run again.
 * @param forced names of nodes of B
 * @param failed names of nodes of A whose jobs have failed; what is identical to them is forced, too
 */
export function graphDelta(a, b, forced, failed = []) {
    const identical = identicalNodes(a, b);
    const forcedNames = new Set(forced === "ALL" ? b.nodes.keys() : forced);
    for (const [name, previousName] of identical)
        if (failed.includes(previousName))
            forcedNames.add(name);
    const rerun = new Set();
    const nodes = [];
    for (const node of b.nodes.values()) {
        const previousName = identical.get(node.name) ?? null;
        if (previousName !== null && (forcedNames.has(node.name) || node.parents.some((parent) => rerun.has(parent.name))))
            rerun.add(node.name);
        const action = previousName === null ? "ADD" : rerun.has(node.name) ? "RERUN" : "KEEP";
        nodes.push({ name: node.name, action, previousName });
    }
    const matched = new Set(identical.values());
    for (const name of a.nodes.keys()) {
        if (!matched.has(name))
            nodes.push({ name, action: "REMOVE", previousName: null });
    }
    return { incompatible: incompatibleInputs(a, b), nodes };
}
/** Every required input of B must be a required one of A with the same type; an optional one must not change its type. */
function incompatibleInputs(a, b) {
    const reasons = [];
    for (const input of b.inputs.values()) {
        const old = a.inputs.get(input.name);
        if (!old) {
            if (input.required)
                reasons.push(`the required input "${input.name}" is new`);
        }
        else if (old.type !== input.type) {
            reasons.push(`the input "${input.name}" was of type ${old.type} and is now of type ${input.type}`);
        }
        else if (input.required && !old.required) {
            reasons.push(`the input "${input.name}" was optional and is now required`);
        }
    }
    return reasons.length === 0 ? null : reasons.join("; ");
}
/** Finds the nodes of B that are identical to nodes of A. @returns the names of the nodes of A, by the names of the nodes of B */
function identicalNodes(a, b) {
    const identical = new Map();
    const free = new Map(a.nodes);
    for (const node of b.nodes.values()) {
        const candidates = [...free.values()].filter((candidate) => isIdentical(candidate, node, identical));
        // Several nodes of A may be identical to this one; they are twins that differ in their names only. This node must not take the twin
        // that has the same name as another node of B which will take it. Whether that node will is known already, because it has the same
        // parents.
        const match = candidates.find((candidate) => candidate.name === node.name) ??
            candidates.find((candidate) => {
                const namesake = b.nodes.get(candidate.name);
                return !namesake || !isIdentical(candidate, namesake, identical);
            });
        if (!match)
            continue;
        identical.set(node.name, match.name);
        free.delete(match.name);
    }
    return identical;
}
function isIdentical(a, b, identical) {
    if (a.jobType.name !== b.jobType.name || a.jobType.version !== b.jobType.version)
        return false;
    if (a.parents.length !== b.parents.length)
        return false;
    if (!b.parents.every((parent) => identical.has(parent.name)))
        return false;
    return sameSet(connections(a, (name) => name), connections(b, (name) => identical.get(name)));
}
/** A node's parents and what feeds its inputs, as comparable texts. */
function connections(node, parentName) {
    return [
        ...node.recipeInputs.map(({ recipeInput, jobInput }) => JSON.stringify([recipeInput, jobInput])),
        ...node.parents.map((parent) => JSON.stringify([parentName(parent.name)])),
        ...node.parents.flatMap((parent) => parent.connections.map(({ output, input }) => JSON.stringify([parentName(parent.name), output, input]))),
    ];
}
const sameSet = (a, b) => {
    const set = new Set(a);
    return set.size === new Set(b).size && b.every((item) => set.has(item));
};
