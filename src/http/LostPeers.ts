import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { isIPv6 } from "node:net";

const lookInterval = 10_000;
/** Milliseconds for which a peer may acknowledge nothing, while the system sends the same again and again. */
const maxSilence = 20_000;
/** Where Linux lists the connections of the process's network. */
const tables = ["/proc/self/net/tcp", "/proc/self/net/tcp6"];

/**
 * Closes connections to peers that have vanished, because they were switched off or a firewall drops their packets. Such peers acknowledge
 * nothing, and Linux sends for a quarter of an hour before it gives up. TCP_USER_TIMEOUT would shorten that, but Node can't set it. Other
 * systems give up sooner, and have no such tables.
 */
export class LostPeers {
  /** For each response, the time since which its peer has acknowledged nothing; null where the peer acknowledges. */
  readonly #watched = new Map<ServerResponse, number | null>();
  #looking: NodeJS.Timeout | undefined;

  /** @param response a response that lasts for as long as its caller likes */
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
      else if (now - since >= maxSilence) response.socket?.resetAndDestroy();
    }
  }
}

/** @returns for each connection on which something had to be sent again: the peer's address and port, and the own port */
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

/** @param hex words of 32 bits in the processor's byte order: the last byte comes first, on all processors but those of IBM's mainframes */
function addressOf(hex: string): string {
  const bytes = Buffer.from(hex, "hex").swap32();
  if (bytes.length === 4) return bytes.join(".");
  return canonical(Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(2 * i).toString(16)).join(":"));
}

/** Gives an address the one spelling by which addresses are compared: an IPv6 address has many. */
const canonical = (address: string): string => (isIPv6(address) ? new URL(`http://[${address.split("%")[0]}]`).hostname : address);
