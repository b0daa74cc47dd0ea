import { lookup as resolve } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { WebhookAddresses } from "../../domain/webhook/WebhookAddresses.js";

/** The most bytes that are read of an answer's body. */
const maxBody = 1024;

/** How a message was answered. */
export interface MessageAnswer {
  readonly status: number;
  /** Its beginning. */
  readonly body: string;
}

/**
 * Posts a message, and reads the beginning of the answer. A redirect is not followed: it is an answer.
 * @param signal ends the attempt
 * @throws where there was no answer, and where the URL leads to an address that webhooks must not lead to
 */
export async function postMessage(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  addresses: WebhookAddresses,
  signal: AbortSignal,
): Promise<MessageAnswer> {
  const isEncrypted = url.protocol === "https:";
  const check = (address: string) => {
    if (!addresses.allows(address, isEncrypted)) throw new Error(`${address} is no address that webhooks may lead to`);
  };
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  if (isIP(host)) check(host);
  const { request } = isEncrypted ? https : http;
  return new Promise((settle, reject) => {
    // Without an agent, each message has a connection of its own, so none goes over a connection whose address was checked for another URL.
    const sent = request(url, { method: "POST", headers, agent: false, lookup: checkedLookup(check), signal }, (answer) =>
      settle(readAnswer(answer).finally(() => sent.destroy())),
    );
    // To a receiver that changes the protocol, nothing is said in another one: its answer is a status like others.
    sent.on("upgrade", ({ statusCode }, socket) => {
      socket.destroy();
      settle({ status: statusCode as number, body: "" });
    });
    sent.on("error", reject);
    // Once there is an answer, this changes nothing.
    sent.on("close", () => reject(new Error("The connection was closed without an answer")));
    sent.end(body);
  });
}

/** Looks up a name as Node does, and hands on only addresses that were checked: the connection goes to one of these, without another look. */
const checkedLookup =
  (check: (address: string) => void): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return callback(error ?? new Error(`${hostname} has no address`), "");
      try {
        for (const { address } of found) check(address);
      } catch (refusal) {
        return callback(refusal as Error, "");
      }
      if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });

/** Reads the beginning of an answer's body. If the connection breaks meanwhile, it is what has come until then: the status is what counts. */
async function readAnswer(answer: http.IncomingMessage): Promise<MessageAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= maxBody) break;
    }
  } catch {}
  return { status: answer.statusCode as number, body: Buffer.concat(chunks).subarray(0, maxBody).toString() };
}
