import { EventEmitter } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import { originForm } from "./originForm.js";

/**
 * Tells the handshakes of WebSocket from other requests for another protocol. As soon as anybody listens for such requests, Node takes all
 * of them away from HTTP, but who is offered none should go on as if none had been asked for (RFC 9110, 7.8): curl and Java's
 * HttpClient ask for HTTP/2 with whatever they send. Node has `upgradeOption` for that, but for Node 20.
 * @param path the only one that has a WebSocket
 * @returns what the handshakes come from, as `upgrade`
 */
export function webSocketHandshakes(server: Server, path: string): Server {
  const handshakes = new EventEmitter();
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (!isHandshakeAt(path, request) || !handshakes.emit("upgrade", request, socket, head)) readAgain(server, request, socket, head);
  });
  return handshakes as Server;
}

/** For `createServer`, where Node knows it: which requests emit `upgrade`. Node 26 hands on their bodies apart from the socket. */
export const upgradeOption = (path: string) => ({ shouldUpgradeCallback: (request: IncomingMessage) => isHandshakeAt(path, request) });

const isHandshakeAt = (path: string, request: IncomingMessage): boolean =>
  isHandshake(request) && originForm(request).split("?", 1)[0] === path;

export const isHandshake = ({ method, headers }: IncomingMessage): boolean =>
  method === "GET" && headers.upgrade?.toLowerCase() === "websocket" && /\bupgrade\b/i.test(headers.connection ?? "");

/** Lets HTTP have a request back: it comes in once more, and asks for no other protocol. */
function readAgain(server: Server, { method, url, httpVersion, rawHeaders }: IncomingMessage, socket: Socket, head: Buffer): void {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() !== "upgrade") lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), head]));
  server.emit("connection", socket);
}

/** Whether a page of another site opens a WebSocket: unlike for other requests, browsers let it. */
export function isOfOtherSite({ headers: { origin }, host }: { headers: { origin?: string | undefined }; host: string }): boolean {
  if (origin === undefined) return false;
  const [scheme] = /^https?:/.exec(origin) ?? [];
  const own = `${scheme}//${host}`;
  // As URLs: a proxy may name the port that the scheme has anyway.
  return !URL.canParse(origin) || !URL.canParse(own) || new URL(origin).host !== new URL(own).host;
}
