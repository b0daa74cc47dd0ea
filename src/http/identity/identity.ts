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

/** Milliseconds after which it is asked again whether an identity is still good. */
const interval = 2000;

/**
 * Watches whether an identity stays good, for a connection that stays open. While that can't be found out, it is.
 * @param onLost is called once, with the reason
 * @returns stops the watch
 */
export function watchIdentity({ expires, check }: Identity, onLost: (reason: Unauthenticated) => void): () => void {
  let isStopped = false;
  let timer: NodeJS.Timeout;
  const schedule = () => {
    timer = setTimeout(() => void look(), Math.min(interval, Math.max(0, expires - Date.now()))).unref();
  };
  async function look(): Promise<void> {
    const reason = Date.now() >= expires ? new Unauthenticated("The token or the key has expired") : await refusalOf(check);
    if (isStopped) return;
    if (reason) onLost(reason);
    else schedule();
  }
  if (check || expires !== Number.POSITIVE_INFINITY) schedule();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function refusalOf(check: Identity["check"]): Promise<Unauthenticated | null> {
  try {
    await check?.();
    return null;
  } catch (error) {
    return error instanceof Unauthenticated ? error : null;
  }
}
