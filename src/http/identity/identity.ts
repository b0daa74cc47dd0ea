import type { Actor } from "../../domain/actor.js";

/** Who asks, and for how long that is known. */
export interface Identity {
  readonly actor: Actor;
  /** When it ends, in milliseconds since 1970; `Infinity` where it does not end by itself. */
  readonly expires: number;
  /** Asks again, for a connection that stays open. @throws {Unauthenticated} where it has ended meanwhile, as a key that was revoked */
  readonly check?: () => unknown;
}

/** Nothing says who asks, or what says so is not valid. The message tells callers why. */
export class Unauthenticated extends Error {
  /** @param hasSaid whether the caller has said who they are, but not validly */
  constructor(
    message: string,
    readonly hasSaid = true,
  ) {
    super(message);
  }
}

/** It can't be found out at the moment who asks. */
export class IdentityUnavailable extends Error {}
