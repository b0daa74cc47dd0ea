import { createHash } from "node:crypto";
import pg from "pg";
import { BoundedClient, connectionTimeoutMillis, longStatements } from "./BoundedClient.js";
import { cancelStatement } from "./cancelStatement.js";
import { PrismaClient } from "./generated/client.js";
import { StatementAdapter } from "./StatementAdapter.js";
import { nameSession, prepareSession, schemaOf } from "./session.js";
import { statementTransaction } from "./statementTransaction.js";
/** In milliseconds. A chunk of a batch takes under a second, so `timeout` ends only a transaction that hangs. */
const transactionLimits = { maxWait: 10_000, timeout: 120_000 };
const applicationName = "batch-gateway";
const sessionName = (requestId) => (requestId === undefined ? null : `${applicationName} ${requestId}`);
/**
 * @param url a connection string of pg's, which may also have Prisma's `schema`
 * @param poolSize the most connections to hold
 * @param check looks at each new connection, which is not used if that throws
 */
export function openDatabase(url, poolSize, check) {
    const clients = new Set();
    const prepare = prepareSession(url);
    const pool = new pg.Pool({
        connectionString: url,
        onConnect: check ? (client) => prepare(client).then(() => check(client)) : prepare,
        Client: class extends BoundedClient {
            constructor(config) {
                super(config);
                clients.add(this);
                this.once("end", () => clients.delete(this));
            }
        },
        connectionTimeoutMillis,
        max: poolSize,
        // Statements of a transaction that do not wait for each other's rows are sent together. pg's types don't know this setting.
        ...{ pipeline: true },
        // One connection always stays: it shows other processes that this process uses the embedded server.
        min: 1,
        application_name: applicationName,
        types: { getTypeParser: parserOf },
    });
    // A connection that breaks is replaced when it is next used. Without these listeners, its error would end the process.
    pool.on("error", () => { });
    pool.on("connect", (client) => client.on("error", () => { }));
    const prisma = new PrismaClient({ adapter: new StatementAdapter(pool, schemaOf(url), statementsOfTransactions) });
    let ended;
    const end = () => {
        ended ??= pool.end();
        return ended;
    };
    return {
        pool,
        url,
        prisma,
        query: (statement, values = [], end) => {
            return run(pool, queryOf(statement, values), end);
        },
        transaction: (work, requestId) => withoutConflict(() => prisma.$transaction((tx) => {
            const db = inTransaction(tx);
            // It goes out together with the first statement of the work, which fails, too, if this fails.
            const name = sessionName(requestId);
            if (name !== null)
                db.query(nameSession, [name]).catch(() => { });
            return work(db);
        }, transactionLimits)),
        statements: (work, requestId) => withoutConflict(() => statementTransaction(pool, sessionName(requestId), queryOf, work)),
        close: async () => {
            await prisma.$disconnect();
            await end();
        },
        cut: () => {
            void end();
            for (const client of clients)
                client.cut();
        },
    };
}
/**
 * Runs a statement on a connection of the pool, and cancels it when its request ends. It uses pg's callbacks, because pg's promises keep a
 * statement's rows in memory after they have been used. For a REST page of 100 batches, 75 KB then move into V8's old generation, and the
 * page takes 1.2 times the processor time.
 */
function run(pool, query, end) {
    return new Promise((resolve, reject) => {
        pool.connect((error, client, release) => {
            if (!client)
                return reject(error);
            if (end?.reason) {
                release();
                return reject(end.reason);
            }
            const ignore = end?.listen(() => cancelStatement(client));
            client.query(query, (error, result) => {
                ignore?.();
                // A cancel request can arrive late. It must not cancel the statement of another request, so the connection is closed.
                release(end?.reason ? true : undefined);
                if (error)
                    reject(error);
                else
                    resolve(result.rows);
            });
        });
    });
}
const maxTries = 4;
/**
 * PostgreSQL's codes of a serialization failure and of a deadlock. Prisma's model API reports them by a code of its own, and Prisma's raw
 * queries in their message.
 */
const isConflict = ({ code = "", message }) => /^(40001|40P01|P2034)$/.test(code) || /`40(001|P01)`/.test(message);
/** Tries a transaction again that PostgreSQL has ended because of another one. Nothing of such a transaction was done. */
async function withoutConflict(transaction) {
    for (let attempt = 1;; attempt++) {
        try {
            return await transaction();
        }
        catch (error) {
            if (attempt === maxTries || !isConflict(error))
                throw error;
        }
    }
}
/** A statement in the form that pg takes. */
function queryOf(statement, values) {
    if (statement.isLong)
        longStatements.add(statement.text);
    return { name: nameOf(statement), text: statement.text, values: values };
}
/** The names of prepared statements, by the texts of the statements that have run. */
const statementNames = new Map();
/**
 * The name under which a session keeps a prepared statement. It contains a hash of the text, because a pooler may pass on a session in
 * which other processes, perhaps of another release, have prepared statements. With the hash, none of those is taken for this statement.
 */
function nameOf({ name, text }) {
    if (name === undefined)
        return undefined;
    const known = statementNames.get(text);
    if (known !== undefined)
        return known;
    const made = `${name}_${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
    statementNames.set(text, made);
    return made;
}
/** The names of the statements that transactions have run, by their texts. Prisma passes on only the text to the adapter. */
const statementsOfTransactions = new Map();
function inTransaction(tx) {
    const db = {
        prisma: tx,
        query: (statement, values = []) => {
            const { text, isLong } = statement;
            if (isLong)
                longStatements.add(text);
            if (!statementsOfTransactions.has(text))
                statementsOfTransactions.set(text, nameOf(statement));
            return tx.$queryRawUnsafe(text, ...values);
        },
        transaction: (work) => work(db),
        statements: (work) => work(db),
    };
    return db;
}
const bigintOid = 20;
const timestamptzOid = 1184;
/**
 * A `bigint` becomes a number. A `timestamptz` stays text: a Date would lose its microseconds, and to make one costs more than all else of
 * a row.
 */
const parserOf = (oid, format) => {
    if (oid === bigintOid)
        return Number;
    if (oid === timestamptzOid)
        return String;
    return pg.types.getTypeParser(oid, format);
};
