import { createHash, randomBytes } from "node:crypto";

/**
 * A key as callers send it: a prefix that is no secret and names the row, then 256 random bits. What is as random as that needs no slow hash:
 * nobody can try all of them.
 */
export const makeKeyText = (): string => `bg_${randomBytes(4).toString("hex")}_${randomBytes(32).toString("base64url")}`;

/** The part of a key that is no secret; null where the text is no key. */
export const prefixOf = (text: string): string | null => /^(bg_[0-9a-f]{8})_[\w-]{43}$/.exec(text)?.[1] ?? null;

export const hashOf = (text: string): Buffer<ArrayBuffer> => createHash("sha256").update(text).digest() as Buffer<ArrayBuffer>;
