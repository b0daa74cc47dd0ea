import { parseArgs } from "node:util";
/** What can be measured, in the order of the targets. */
export const sectionNames = [
    "list",
    "details",
    "create",
    "creator",
    "growth",
    "start",
    "overload",
    "dearest",
    "jobs",
    "outside",
    "scale",
];
/** Connections under load, and in the pool of every server. */
export const connections = 16;
/** @throws where an argument is not known */
export function readOptions(args) {
    const flag = { type: "boolean", default: false };
    const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { quick: flag, large: flag, fresh: flag },
    });
    const unknown = positionals.filter((name) => !sectionNames.includes(name));
    if (unknown.length > 0)
        throw new Error(`No such section: ${unknown.join(", ")}. There are: ${sectionNames.join(", ")}`);
    const { quick, large, fresh } = values;
    return {
        // What a thousand million jobs take is asked for by name: it is no target, and takes gigabytes.
        sections: sectionNames.filter((name) => (positionals.length === 0 ? name !== "scale" : positionals.includes(name))),
        quick,
        large,
        fresh,
        rounds: quick ? 3 : 9,
        seconds: quick ? 2 : 4,
        warmUpSeconds: quick ? 3 : 10,
    };
}
