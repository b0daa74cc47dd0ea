/** The part of autocannon that is used here; it brings no types. */
declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  interface Request {
    readonly method: "GET" | "POST";
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }

  interface Options {
    readonly url: string;
    readonly requests: readonly Request[];
    readonly connections: number;
    /** Seconds. */
    readonly duration?: number;
    /** Requests, instead of a duration. */
    readonly amount?: number;
    /** Seconds. */
    readonly timeout?: number;
  }

  interface Result {
    /** Seconds. */
    readonly duration: number;
    readonly errors: number;
    readonly "2xx": number;
    readonly non2xx: number;
  }

  /** Emits "response": client, status, bytes, milliseconds. */
  type Run = EventEmitter & Promise<Result>;

  export default function autocannon(options: Options): Run;
}
