import type { WebSocket } from "@fastify/websocket";
import type { FastifyRequest } from "fastify";
import { CloseCode, makeServer, type ServerOptions } from "graphql-ws";
import { maskError } from "./maskError.js";
import type { OpenStreams } from "./OpenStreams.js";
import { SocketFlow } from "./SocketFlow.js";

/**
 * Milliseconds from one ping to the next. A peer that has not answered by then is gone. Without pings, a peer that was switched off would
 * keep its subscriptions until TCP gives up, a quarter of an hour later.
 */
const pingInterval = 12_000;
/** Bytes that the protocol allows for the reason of a closing. */
const maxReasonBytes = 123;

/** What is known of the connection of an operation. */
export interface SocketExtra {
  /** The one that has opened it. Its actor and identity are what `connection_init` says, once that is acknowledged. */
  readonly request: FastifyRequest;
  readonly flow: SocketFlow;
  readonly socket: WebSocket;
  close(code: number, reason: string): void;
}

/**
 * Serves graphql-transport-ws on a WebSocket. A message that breaks the protocol, or a connection that is one too many, closes the socket
 * with the protocol's own code, and is one line in the log.
 * @param maxOperations in hand on one WebSocket at a time
 */
export function graphqlSocket(options: ServerOptions<Record<string, unknown>, SocketExtra>, streams: OpenStreams, maxOperations: number) {
  const server = makeServer(options);
  return (socket: WebSocket, request: FastifyRequest): void => {
    function close(code = 1000, reason = ""): void {
      if (socket.readyState !== socket.OPEN) return;
      request.log.info({ code, reason }, "Closed a WebSocket");
      socket.close(code, Buffer.byteLength(reason) > maxReasonBytes ? "" : reason);
    }

    async function handle(message: Buffer, answer: (text: string) => Promise<void>): Promise<void> {
      try {
        await flow.handle(message, answer);
      } catch (error) {
        if (isMisplaced(error)) return close(CloseCode.BadRequest, "Invalid message received");
        close(CloseCode.InternalServerError, maskError(error, request.log, "A message failed").message);
      }
    }

    const flow = new SocketFlow(socket, maxOperations);
    if (!streams.open(request.ip, socket)) {
      close(CloseCode.TooManyInitialisationRequests, streams.refusal);
      return;
    }
    const onClose = server.opened(
      {
        protocol: socket.protocol,
        send: (text) => flow.send(text),
        close,
        onMessage: (answer) => socket.on("message", (message: Buffer) => void handle(message, answer)),
      },
      { request, flow, socket, close },
    );
    socket.once("close", (code, reason) => void onClose(code, reason.toString()));
    closeWhenGone(socket);
  };
}

/** Whether an error says that the client has sent a message of a kind that only a server sends. */
const isMisplaced = (error: unknown): boolean => error instanceof Error && error.message.startsWith("Unexpected message of type");

function closeWhenGone(socket: WebSocket): void {
  let isThere = true;
  socket.on("pong", () => {
    isThere = true;
  });
  const pinging = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    socket.ping();
  }, pingInterval);
  socket.once("close", () => clearInterval(pinging));
}
