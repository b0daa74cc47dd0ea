import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** Stands between a server and PostgreSQL, and counts how often the server asks and waits. */
export interface RoundTripCounter {
  /** The database's URL, by way of the counter. */
  readonly url: string;
  count(): number;
  stop(): Promise<void>;
}

/** What ends a question in PostgreSQL's protocol: a simple query, or the sync that follows an extended one. */
const questions = new Set(["Q", "S"].map((letter) => letter.charCodeAt(0)));

export async function countRoundTrips(databaseUrl: string): Promise<RoundTripCounter> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const read = messageReader((type) => {
      if (questions.has(type)) count++;
    });
    client.on("data", read);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => [client, upstream].forEach((end) => void end.destroy()));
    }
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    count: () => count,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Cuts a client's stream into messages: a letter and a length each, but for the first, which has no letter. */
function messageReader(onMessage: (type: number) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return;
      if (started) onMessage(rest[0] as number);
      started = true;
      rest = rest.subarray(end);
    }
  };
}
