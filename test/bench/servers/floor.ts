/**
 * What is left when everything is taken away that a gateway is for: bare node:http and pg, one prepared statement for a request,
 * its rows as arrays of text, JSON put together by hand. It knows no other question than those of the benchmark, checks nothing,
 * and gives the same bytes as the gateway.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { graphqlDetails, graphqlList } from "./floorGraphql.js";
import { restDetails } from "./floorRestDetails.js";
import { restList } from "./floorRestList.js";
import { pool } from "./floorText.js";

/** COUNT=no: the list's count is fixed at the first request. */
const counts = process.env.COUNT !== "no";

async function answer(request: IncomingMessage): Promise<string> {
  const { url = "", headers } = request;
  if (url === "/graphql") {
    const { first, id } = JSON.parse(await bodyOf(request)).variables;
    return id === undefined ? graphqlList(first) : graphqlDetails(id);
  }
  return url === "/batches/" ? restList(headers.host ?? "", counts) : restDetails(url.slice("/batches/".length, -1));
}

const bodyOf = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      text += chunk;
    });
    request.on("end", () => resolve(text));
    request.on("error", reject);
  });

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
