import { randomBytes } from "node:crypto";

/** A new key for signing, in the form that Standard Webhooks gives it: 32 bytes in base64. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;
