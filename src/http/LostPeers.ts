import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { isIPv6 } from "node:net";

/** Milliseconds from one look to the next. */
const lookInterval = 10_000;
/** Milliseconds for which a peer may acknowledge nothing of what it is sent again and again. */
const patience = 20_000;
/** Where Linux lists the connections of the process's network. */
const tables = ["/proc/self/net/tcp", "/proc/self/net/tcp6"];

/**
 * Closes connections to peers that have vanished: switched off, or behind a firewall that drops. What is sent to them is not acknowledged,
 * and Linux tries for a quarter of an hour before it gives up; Node has no way to set TCP_USER_TIMEOUT. Other systems give up
 * sooner, and have no such tables.
 */
export class LostPeers {
  /** Since when nothing has been acknowledged; null: all is well. */
  readonly #watched = new Map<ServerResponse, number | null>();
  #looking: NodeJS.Timeout | undefined;

  /** @param response goes on for as long as its caller likes */
  watch(response: ServerResponse): void {
    this.#watched.set(response, null);
    response.once("close", () => this.#watched.delete(response));
    this.#looking ??= setInterval(() => void this.#look(), lookInterval).unref();
  }

  async #look(): Promise<void> {
    if (this.#watched.size === 0) {
      clearInterval(this.#looking);
      this.#looking = undefined;
      return;
    }
    const texts = await Promise.all(tables.map((table) => readFile(table, "latin1").catch(() => "")));
    const unheard = new Set(texts.flatMap(retransmitting));
    const now = performance.now();
    for (const [response, since] of this.#watched) {
      const { remoteAddress = "", remotePort, localPort } = response.socket ?? {};
      if (!unheard.has(`${canonical(remoteAddress)} ${remotePort} ${localPort}`)) this.#watched.set(response, null);
      else if (since === null) this.#watched.set(response, now);
      else if (now - since >= patience) response.socket?.resetAndDestroy();
    }
  }
}

/** @returns of each connection on which something had to be sent again: the peer's address and port, and the own port */
export function retransmitting(table: string): string[] {
  const found: string[] = [];
  for (const line of table.split("\n").slice(1)) {
    const [, local = "", remote = "", , , , retransmits = "0"] = line.trim().split(/\s+/);
    if (Number.parseInt(retransmits, 16) === 0) continue;
    const [address = "", port = ""] = remote.split(":");
    found.push(`${addressOf(address)} ${Number.parseInt(port, 16)} ${Number.parseInt(local.split(":")[1] ?? "", 16)}`);
  }
  return found;
}

/** @param hex 32-bit words, each as the processor has it: with the last byte first, on all that Node runs on but one */
function addressOf(hex: string): string {
  const bytes = Buffer.from(hex, "hex").swap32();
  if (bytes.length === 4) return bytes.join(".");
  return canonical(Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(2 * i).toString(16)).join(":"));
}

/** An IPv6 address has many spellings. */
const canonical = (address: string): string => (isIPv6(address) ? new URL(`http://[${address.split("%")[0]}]`).hostname : address);
