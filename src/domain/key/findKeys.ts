import type { Db } from "../../db/database.js";
import type { Role } from "../actor.js";

/** What is kept of a key. */
export interface KeyRow {
  readonly id: number;
  /** The part that is no secret. */
  readonly prefix: string;
  /** SHA-256 of the whole key. */
  readonly hash: Uint8Array;
  readonly name: string;
  readonly role: Role;
  readonly created: Date;
  readonly expires: Date | null;
  /** To within a minute. */
  readonly lastUsed: Date | null;
  readonly revoked: Date | null;
}

/** All keys, the oldest first. */
export const findKeys = async ({ prisma }: Pick<Db, "prisma">): Promise<KeyRow[]> =>
  (await prisma.apiKey.findMany({ orderBy: { id: "asc" } })) as KeyRow[];

/** The keys that were not revoked. */
export const findWorkingKeys = async ({ prisma }: Pick<Db, "prisma">): Promise<KeyRow[]> =>
  (await prisma.apiKey.findMany({ where: { revoked: null } })) as KeyRow[];
