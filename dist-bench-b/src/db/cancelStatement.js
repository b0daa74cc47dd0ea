import pg from "pg";
import { connectionTimeoutMillis } from "./BoundedClient.js";
/**
 * Asks PostgreSQL to cancel the statement that a connection is running. The request goes over a connection of its own, as the protocol
 * demands. Poolers pass it on; `pg_cancel_backend` would not work behind them, because they show process ids of their own. The request can
 * arrive late, so the connection must not run anything else afterwards.
 */
export function cancelStatement(client) {
    const { host, port, processID, secretKey } = client;
    const messenger = new pg.Connection();
    messenger.on("connect", () => messenger.cancel(processID, secretKey));
    // Where the request can't be sent, the statement goes on until its own time limit.
    messenger.on("error", () => { });
    // PostgreSQL closes the connection when it has read the request. Behind a proxy that has frozen, the connection would stay open for ever.
    messenger.stream.setTimeout(connectionTimeoutMillis, () => messenger.stream.destroy());
    if (host.startsWith("/"))
        messenger.connect(`${host}/.s.PGSQL.${port}`);
    else
        messenger.connect(port, host);
}
