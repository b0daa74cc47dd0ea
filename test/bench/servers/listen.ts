import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type pg from "pg";

/** Serves the texts that a function makes of requests, as JSON, and says where, until SIGTERM. */
export function listen(pool: pg.Pool, answer: (request: IncomingMessage) => Promise<string>): void {
  const server = createServer((request, response) => {
    answer(request).then(
      (text) => {
        const body = Buffer.from(text);
        response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": body.length }).end(body);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  process.once("SIGTERM", () => {
    server.closeAllConnections();
    server.close(() => void pool.end());
  });
}
