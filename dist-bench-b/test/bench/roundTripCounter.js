import { connect, createServer } from "node:net";
/** What ends a question in PostgreSQL's protocol: a simple query, or the sync that follows an extended one. */
const questions = new Set(["Q", "S"].map((letter) => letter.charCodeAt(0)));
export async function countRoundTrips(databaseUrl) {
    const target = new URL(databaseUrl);
    const sockets = new Set();
    let count = 0;
    const server = createServer((client) => {
        const upstream = connect(Number(target.port), target.hostname);
        const read = messageReader((type) => {
            if (questions.has(type))
                count++;
        });
        client.on("data", read);
        for (const socket of [client, upstream]) {
            sockets.add(socket);
            socket.setNoDelay(true);
            socket.on("error", () => { });
            socket.on("close", () => [client, upstream].forEach((end) => void end.destroy()));
        }
        client.pipe(upstream).pipe(client);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = new URL(databaseUrl);
    url.port = String(server.address().port);
    return {
        url: url.href,
        count: () => count,
        stop: async () => {
            for (const socket of sockets)
                socket.destroy();
            await new Promise((resolve) => server.close(resolve));
        },
    };
}
/** Cuts a client's stream into messages: a letter and a length each, but for the first, which has no letter. */
function messageReader(onMessage) {
    let rest = Buffer.alloc(0);
    let started = false;
    return (chunk) => {
        rest = Buffer.concat([rest, chunk]);
        for (;;) {
            const head = started ? 1 : 0;
            if (rest.length < head + 4)
                return;
            const end = head + rest.readUInt32BE(head);
            if (rest.length < end)
                return;
            if (started)
                onMessage(rest[0]);
            started = true;
            rest = rest.subarray(end);
        }
    };
}
