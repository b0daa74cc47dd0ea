import type { WebSocket } from "@fastify/websocket";
import { maxRequest, maxRequestBytes } from "../domain/textLimits.js";
import type { Leave, Places } from "./Places.js";

/** Bytes that the peer has not read yet. Beyond that, the gateway begins no further operation on the socket, and reads nothing from it. */
const maxUnsentBytes = maxRequestBytes;
/**
 * What one event of each subscription of a WebSocket costs altogether, by `costOf`. An event may come each second, so this is about a tenth
 * of a processor. The most that the console asks for is half of it: 100 operations that follow a batch, at 442 each.
 */
const maxEventCosts = 100_000;

/** Counts the messages that are in hand on one WebSocket, and stops reading from a peer that does not read. */
export class SocketFlow {
  #messages = 0;
  #bytes = 0;
  /** Operations that wait until the peer has read what it was sent. */
  readonly #unsent: (() => void)[] = [];
  /** Ends the waiting of each operation that waits for a place. */
  readonly #queued = new Set<() => void>();
  /** What each event of a subscription costs, by its id. Those of subscriptions that have ended are taken out at the next one. */
  readonly #eventCosts = new Map<string, number>();

  /** @param maxOperations in hand at a time */
  constructor(
    private readonly socket: WebSocket,
    private readonly maxOperations: number,
  ) {
    socket.once("close", () => {
      this.#sent();
      for (const leaveQueue of this.#queued) leaveQueue();
    });
  }

  /** The message to the operation that came last, where it is one too many. */
  get refusal(): string | null {
    const isFull = this.#messages > this.maxOperations || this.#bytes > maxRequestBytes;
    return isFull ? `A connection has at most ${this.maxOperations} operations in hand at a time, of ${maxRequest} altogether` : null;
  }

  /**
   * Notes a subscription.
   * @param cost of each of its events
   * @param inHand has the ids of all operations that have not ended
   * @returns the message to it, where its events and those of the others would cost too much
   */
  noteSubscription(id: string, cost: number, inHand: object): string | null {
    for (const other of this.#eventCosts.keys()) if (other === id || !(other in inHand)) this.#eventCosts.delete(other);
    const others = [...this.#eventCosts.values()].reduce((sum, one) => sum + one, 0);
    if (others + cost > maxEventCosts)
      return `One event of each subscription of a connection costs at most ${maxEventCosts} altogether: this one costs ${cost}, the others ${others}`;
    this.#eventCosts.set(id, cost);
    return null;
  }

  /** Counts a message until everything that it asks for has been done. The message of a subscription counts until the subscription ends. */
  async handle(message: Buffer, answer: (text: string) => Promise<void>): Promise<void> {
    this.#messages++;
    this.#bytes += message.length;
    this.#pace();
    try {
      await answer(message.toString());
    } finally {
      this.#messages--;
      this.#bytes -= message.length;
      this.#pace();
    }
  }

  /** Sends a text. Resolves when the system has taken the text, or when the socket is closed. */
  async send(text: string): Promise<void> {
    if (!this.#isOpen) return;
    await new Promise<void>((resolve) => this.socket.send(text, () => resolve()));
    this.#pace();
    this.#sent();
  }

  /**
   * Waits until the peer has read what it was sent, and then for a place.
   * @returns null where too many wait already, or the socket is closed
   */
  async takePlace(places: Places): Promise<Leave | null> {
    while (this.#isOpen && this.socket.bufferedAmount > maxUnsentBytes) await new Promise<void>((resolve) => this.#unsent.push(resolve));
    if (!this.#isOpen || places.areTooFew) return null;
    return new Promise((resolve) => {
      const leaveQueue = () => {
        giveUp();
        resolve(null);
      };
      this.#queued.add(leaveQueue);
      const giveUp = places.take((leave) => {
        this.#queued.delete(leaveQueue);
        resolve(leave);
      });
    });
  }

  get #isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  #pace(): void {
    const isBehind = this.#messages >= 2 * this.maxOperations || this.socket.bufferedAmount > maxUnsentBytes;
    if (isBehind) this.socket.pause();
    else if (this.socket.isPaused) this.socket.resume();
  }

  #sent(): void {
    for (const goOn of this.#unsent.splice(0)) goOn();
  }
}
