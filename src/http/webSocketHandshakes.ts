import { EventEmitter } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import { originForm } from "./originForm.js";

/** Where the GraphQL door is: the only path that has a WebSocket. */
export const graphqlPath = "/graphql";

/**
 * Tells WebSocket handshakes from other requests to change the protocol. As soon as there is a listener for such requests, Node takes all
 * of them away from HTTP. But a request for a protocol that is not offered should be answered as if it had not asked (RFC 9110, 7.8): curl
 * and Java's HttpClient ask for HTTP/2 with every request. `upgradeOption` makes Node itself tell them apart, but Node 20 does not know
 * that option.
 * @returns an emitter of the handshakes, as `upgrade`
 */
export function webSocketHandshakes(server: Server): Server {
  const handshakes = new EventEmitter();
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (!isHandshakeAtPath(request) || !handshakes.emit("upgrade", request, socket, head)) readAgain(server, request, socket, head);
  });
  return handshakes as Server;
}

/**
 * The option of `createServer`, where Node knows it, that says which requests emit `upgrade`. Node 26 hands on the bodies of those that do
 * apart from the socket.
 */
export const upgradeOption = { shouldUpgradeCallback: isHandshakeAtPath };

function isHandshakeAtPath(request: IncomingMessage): boolean {
  return isHandshake(request) && originForm(request).split("?", 1)[0] === graphqlPath;
}

export const isHandshake = ({ method, headers }: IncomingMessage): boolean =>
  method === "GET" && headers.upgrade?.toLowerCase() === "websocket" && /\bupgrade\b/i.test(headers.connection ?? "");

/** Gives a request back to HTTP: the server reads it once more, and it no longer asks for another protocol. */
function readAgain(server: Server, { method, url, httpVersion, rawHeaders }: IncomingMessage, socket: Socket, head: Buffer): void {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() !== "upgrade") lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), head]));
  server.emit("connection", socket);
}

/**
 * Whether a page of another site opens a WebSocket. Browsers allow that, though they restrict other requests to another site.
 * @param allowed origins whose pages may do so
 */
export function isOfOtherSite(
  { headers: { origin }, host }: { headers: { origin?: string | undefined }; host: string },
  allowed: readonly string[] = [],
): boolean {
  if (origin === undefined || allowed.includes(origin)) return false;
  const [scheme] = /^https?:/.exec(origin) ?? [];
  const own = `${scheme}//${host}`;
  // They are compared as URLs, because a proxy may name the port that the scheme has anyway.
  return !URL.canParse(origin) || !URL.canParse(own) || new URL(origin).host !== new URL(own).host;
}
