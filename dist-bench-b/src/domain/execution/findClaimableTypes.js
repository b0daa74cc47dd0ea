import { selectJobTypeIds } from "../../db/sql/execution/selectJobTypeIds.js";
import { refuse } from "../errors.js";
/**
 * Finds the job types that a worker names.
 * @returns null where it names none, and so takes all
 * @throws {DomainError} NOT_FOUND with the paths of the names that no job type has
 */
export async function findClaimableTypes(db, choices) {
    if (choices === null || choices.length === 0)
        return null;
    const found = await db.query(selectJobTypeIds, [JSON.stringify(choices)]);
    const known = new Set(found.map(({ choice }) => choice));
    refuse(choices.flatMap(({ name, version }, i) => known.has(i + 1)
        ? []
        : [
            {
                code: "NOT_FOUND",
                path: ["jobTypes", String(i)],
                message: `names no job type: ${[name, version].filter(Boolean).join(" ")}`,
            },
        ]));
    return [...new Set(found.map(({ id }) => id))];
}
