import { cut } from "./cut.js";
export { ResultTooLarge } from "../db/BoundedClient.js";
/** The closed set of what can be wrong with a request. `http/errorTable.ts` maps each to its HTTP status and GraphQL form. */
export const errorCodes = [
    "INVALID",
    "REQUIRED",
    "NOT_FOUND",
    "CONFLICT",
    "TOO_LARGE",
    "IDEMPOTENCY_MISMATCH",
    "FORBIDDEN",
    "STALE_EXECUTION",
];
/** A request is refused for reasons that its caller can understand and mend. Any other error is a fault of the gateway's. */
export class DomainError extends Error {
    problems;
    /**
     * The code of the first problem. It is no getter, because Fastify sets it again on an error that it gets when a request is read by its
     * schema.
     */
    code;
    constructor(first, others = []) {
        const problems = [first, ...others];
        super(problems.map((problem) => [problem.path.join("."), problem.message].filter(Boolean).join(": ")).join("; "));
        this.problems = problems;
        this.code = first.code;
    }
}
/** The most problems that a refusal tells. One request can have a hundred thousand. */
export const maxProblems = 100;
/** @throws {DomainError} with the problems, where there are any */
export function refuse(problems) {
    const [first, ...others] = problems.slice(0, maxProblems);
    if (first)
        throw new DomainError(first, others);
}
/** The object that a request addresses does not exist. */
export const notFound = (what, id) => new DomainError({ code: "NOT_FOUND", path: [], message: `There is no ${what} ${cut(String(id))}` });
/** Makes the compiler prove that every member of a closed set is handled. */
export function never(value) {
    throw new Error(`Unexpected value: ${String(value)}`);
}
