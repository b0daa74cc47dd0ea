import { answerTimeout } from "./BoundedClient.js";
/** Each fault's SQLSTATEs (appendix A of PostgreSQL's manual), and what Node, pg, Prisma and its driver adapter call it. */
const signs = {
    /** It can't be reached, takes no more connections, or no longer knows the user or the database that it knew at start. */
    AWAY: {
        sqlState: /^(08...|57P..|53300|58030|28...|3D000)$/,
        names: [
            ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
            ...["Connection terminated", "Connection terminated unexpectedly", "Connection terminated due to connection timeout"],
            ...["Client has encountered a connection error and is not queryable"],
            ...["timeout exceeded when trying to connect", "timeout expired"],
            ...["P1000", "P1001", "P1002", "P1003", "P1008", "P1010", "P1017", "P2024", "P2037"],
            ...["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"],
        ],
    },
    /** It takes no changes, as a standby does. */
    READ_ONLY: { sqlState: /^25006$/, names: [] },
    /** It has no disk space or memory left. */
    FULL: { sqlState: /^53[^3]..$/, names: [] },
    /** It ended the statement or the transaction: a timeout, a deadlock, an operator. */
    INTERRUPTED: { sqlState: /^(57014|25P0[34]|40001|40P01|55P03)$/, names: [answerTimeout, "P2028", "P2034"] },
};
/**
 * Finds the database's fault in an error; null where the error is about something else. If a transaction was being committed when such an
 * error came, it may or may not have been committed.
 */
export function databaseFaultOf(error) {
    if (typeof error !== "object" || error === null)
        return null;
    const { code, originalCode, kind, message, syscall, errors = [], cause, meta } = error;
    for (const text of [originalCode, code, kind, message]) {
        const fault = typeof text === "string" && faultNamed(text);
        if (fault)
            return fault;
    }
    // The URL leads to a socket in the file system that does not exist.
    if (code === "ENOENT" && syscall === "connect")
        return "AWAY";
    for (const inner of [...errors, meta?.driverAdapterError, cause]) {
        const fault = databaseFaultOf(inner);
        if (fault)
            return fault;
    }
    return null;
}
/** Whether an error says that the database can't do its work at the moment. */
export const isUnavailable = (error) => databaseFaultOf(error) !== null;
function faultNamed(text) {
    for (const [fault, { sqlState, names }] of Object.entries(signs)) {
        if (sqlState.test(text) || names.includes(text))
            return fault;
    }
    return null;
}
