/**
 * What is left when everything is taken away that a gateway is for: bare node:http and pg, one prepared statement for a request,
 * its rows as arrays of text, JSON put together by hand. It knows no other question than those of the benchmark, checks nothing,
 * and gives the same bytes as the gateway.
 */
import type { IncomingMessage } from "node:http";
import { graphqlDetails, graphqlList } from "./floorGraphql.js";
import { restDetails } from "./floorRestDetails.js";
import { restList } from "./floorRestList.js";
import { pool } from "./floorText.js";
import { listen } from "./listen.js";

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

listen(pool, answer);
