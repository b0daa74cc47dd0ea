/**
 * What is left when everything is taken away that a gateway is for: bare node:http and pg, one prepared statement for a request,
 * its rows as arrays of text, JSON put together by hand. It knows no other question than those of the benchmark, checks nothing,
 * and gives the same bytes as the gateway.
 */
import { createServer } from "node:http";
import { graphqlDetails, graphqlList } from "./floorGraphql.js";
import { restDetails } from "./floorRestDetails.js";
import { restList } from "./floorRestList.js";
import { pool } from "./floorText.js";
/** COUNT=no: the list's count is fixed at the first request. */
const counts = process.env.COUNT !== "no";
async function answer(request) {
    const { url = "", headers } = request;
    if (url === "/graphql") {
        const { first, id } = JSON.parse(await bodyOf(request)).variables;
        return id === undefined ? graphqlList(first) : graphqlDetails(id);
    }
    return url === "/batches/" ? restList(headers.host ?? "", counts) : restDetails(url.slice("/batches/".length, -1));
}
const bodyOf = (request) => new Promise((resolve, reject) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk) => {
        text += chunk;
    });
    request.on("end", () => resolve(text));
    request.on("error", reject);
});
const server = createServer((request, response) => {
    answer(request).then((text) => {
        const body = Buffer.from(text);
        response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": body.length }).end(body);
    }, (error) => response.writeHead(500).end(String(error)));
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once("SIGTERM", () => {
    server.closeAllConnections();
    server.close(() => void pool.end());
});
