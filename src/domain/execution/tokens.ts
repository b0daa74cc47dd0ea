import { createHmac, hash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";

/** What the tokens of one claim are made from. */
export interface TokenSeed {
  readonly requestId: string;
  /** Random, in hex. It is kept in the database. */
  readonly nonce: string;
}

/**
 * The seed of a claim. A secret follows from the caller's `requestId` and the nonce, so that the same tokens can be answered again, by any
 * gateway, though the database has only their hashes. Without a `requestId`, a random one is used and forgotten.
 */
export const newSeed = (requestId: string | null): TokenSeed => ({
  requestId: requestId ?? randomUUID(),
  nonce: randomBytes(16).toString("hex"),
});

/** A claim's secret for the execution at a place of its answer, from 1. */
export const secretOf = ({ requestId, nonce }: TokenSeed, slot: number): string =>
  createHmac("sha256", requestId).update(`${nonce}.${slot}`).digest("base64url");

/** SHA-256, in hex. */
export const hashOf = (secret: string): string => hash("sha256", secret, "hex");

/** What a worker reports with: the execution's id in base 36, a dot, and the secret. */
export const tokenOf = (exeId: number, secret: string): string => `${exeId.toString(36)}.${secret}`;

/** @returns null where the text has not the form of a token */
export function readToken(token: string): { exeId: number; secret: string } | null {
  // What stands behind the dot is not read as a number.
  const exeId = /^[\da-z]{1,10}\.[\w-]{43}$/.test(token) ? Number.parseInt(token, 36) : Number.NaN;
  return Number.isSafeInteger(exeId) ? { exeId, secret: token.slice(-43) } : null;
}

/** Whether a secret is the one of this hash (in hex). How long it takes says nothing about the secret. */
export const isSecretOf = (secret: string, expected: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(expected));
