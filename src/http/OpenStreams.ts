import type { EventEmitter } from "node:events";
import { networkOf } from "./networkOf.js";

/** The connections that stay open, WebSockets and event streams, counted by the address that they come from. */
export class OpenStreams {
  readonly #counts = new Map<string, number>();

  /** @param max the most connections of one address */
  constructor(private readonly max: number) {}

  /** How many are open. */
  get size(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The message to a caller whose connection would be one too many. */
  get refusal(): string {
    return `An address has at most ${this.max} WebSockets and event streams`;
  }

  /** Counts a connection until it emits `close`. @returns false where its address has too many already */
  open(from: string, connection: EventEmitter): boolean {
    const address = networkOf(from);
    const count = this.#counts.get(address) ?? 0;
    if (count >= this.max) return false;
    this.#counts.set(address, count + 1);
    connection.once("close", () => {
      const left = (this.#counts.get(address) ?? 0) - 1;
      if (left > 0) this.#counts.set(address, left);
      else this.#counts.delete(address);
    });
    return true;
  }
}
