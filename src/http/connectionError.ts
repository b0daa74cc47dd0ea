import type { Socket } from "node:net";

/** The answers to what can go wrong before there is a request, by Node's code of the error. */
const answers: Record<string, { status: string; detail: string }> = {
  HPE_HEADER_OVERFLOW: { status: "431 Request Header Fields Too Large", detail: "The headers are too large" },
  ERR_HTTP_REQUEST_TIMEOUT: { status: "408 Request Timeout", detail: "The request took too long to arrive" },
};
const notHttp = { status: "400 Bad Request", detail: "The request is not valid HTTP" };

/** Answers what did not become a request, in the form of every other error, and closes the connection. */
export function answerConnectionError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, detail } = answers[error.code ?? ""] ?? notHttp;
  const body = JSON.stringify({ detail });
  const headers = ["content-type: application/json; charset=utf-8", `content-length: ${body.length}`, "connection: close"];
  socket.write([`HTTP/1.1 ${status}`, ...headers, "", body].join("\r\n"));
  // If the socket were only ended, it would stay half open for as long as the caller likes.
  socket.destroySoon();
}
