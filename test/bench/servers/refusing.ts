/** What is left of a gateway that refuses everything: what it costs to send requests, and to have them refused. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const body = JSON.stringify({ detail: "There is too much to do at the moment; try again" });
const headers = { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(body), "retry-after": "1" };

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(503, headers).end(body);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once("SIGTERM", () => {
  server.closeAllConnections();
  server.close();
});
