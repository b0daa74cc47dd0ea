import pg from "pg";
/** How long to wait for a connection, in milliseconds: for a new one, or for a free one of the pool. */
export const connectionTimeoutMillis = 10_000;
/** How long a statement may go without an answer, in milliseconds: `long` is for `longStatements`, and `usual` for all others. */
export const answerLimits = { usual: 30_000, long: 120_000 };
/** The message of the error when no answer has come in that time. */
export const answerTimeout = "The database has not answered in time";
/** The most bytes that the rows of one statement may have. That is 8,000 for each batch of a page of 1,000. */
const maxRowBytes = 8 * 1024 * 1024;
/** A statement returned more bytes than the gateway keeps in memory. */
export class ResultTooLarge extends Error {
    constructor() {
        super(`A statement has brought more than ${maxRowBytes} bytes`);
    }
}
/** pg's client, with members that pg's own types leave out. Those that handle PostgreSQL's messages are overridden below. */
const Client = pg.Client;
/** The texts of statements that may take minutes, because they touch all recipes or all jobs of a batch. */
export const longStatements = new Set();
/**
 * A client of PostgreSQL that neither waits for ever nor takes rows without end. A firewall that drops packets, or a proxy that freezes,
 * leaves connections on which neither an answer nor an error comes. TCP's keepalive notices such a firewall. It does not notice such a
 * proxy, because the proxy still confirms what it receives. So each statement has a time limit, too.
 *
 * pg's own `query_timeout` is not enough. It does not end the connection, and its closures keep a statement's rows after they have been
 * used. For a REST page of 100 batches, 75 KB then move into V8's old generation.
 */
export class BoundedClient extends Client {
    /** The time limits, in milliseconds, of the statements that have no answer yet. The first of them is running. */
    #limits = [];
    #timer;
    #rowBytes = 0;
    /** @param limit how long most statements may go without an answer, in milliseconds, unless the URL has a `query_timeout` */
    constructor(config, limit = answerLimits.usual) {
        super({ connectionTimeoutMillis, keepAlive: true, keepAliveInitialDelayMillis: 10_000, ...config });
        const { query_timeout } = this.connectionParameters;
        this.connectionParameters.query_timeout = false;
        const usual = query_timeout ? Number(query_timeout) : limit;
        this.once("end", () => clearTimeout(this.#timer));
        this.query = ((config, ...rest) => {
            this.#limits.push(isLong(config) ? answerLimits.long : usual);
            if (this.#limits.length === 1)
                this.#watch();
            return super.query.call(this, config, ...rest);
        });
    }
    /** Ends the connection at once. Every statement that waits for an answer fails. */
    cut(error) {
        this.connection.stream.destroy(error);
    }
    _handleDataRow(row) {
        this.#rowBytes += row.length;
        if (this.#rowBytes > maxRowBytes && this._activeQuery)
            this._activeQuery._canceledDueToError ||= new ResultTooLarge();
        super._handleDataRow(row);
    }
    _handleReadyForQuery(message) {
        this.#rowBytes = 0;
        clearTimeout(this.#timer);
        this.#limits.shift();
        this.#watch();
        super._handleReadyForQuery(message);
    }
    #watch() {
        const [limit] = this.#limits;
        if (limit !== undefined)
            this.#timer = setTimeout(() => this.cut(new Error(answerTimeout)), limit).unref();
    }
}
const isLong = (config) => typeof config === "object" && config !== null && "text" in config && longStatements.has(config.text);
