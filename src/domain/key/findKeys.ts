import type { Db } from "../../db/database.js";
import type { ApiKey } from "../../db/generated/client.js";
import type { Role } from "../actor.js";

/** What is kept of a key. */
export type KeyRow = ApiKey & { readonly role: Role };

/** All keys, the oldest first. */
export const findKeys = async ({ prisma }: Pick<Db, "prisma">): Promise<KeyRow[]> =>
  (await prisma.apiKey.findMany({ orderBy: { id: "asc" } })) as KeyRow[];

/** The keys that were not revoked. */
export const findWorkingKeys = async ({ prisma }: Pick<Db, "prisma">): Promise<KeyRow[]> =>
  (await prisma.apiKey.findMany({ where: { revoked: null } })) as KeyRow[];
