import type { Db } from "../../db/database.js";
import { notFound } from "../errors.js";

/** Ends a key for good. Revoking it again changes nothing. @param prefix the part of the key that is no secret @throws {DomainError} NOT_FOUND */
export async function revokeKey({ prisma }: Pick<Db, "prisma">, prefix: string): Promise<void> {
  const { count } = await prisma.apiKey.updateMany({ where: { prefix, revoked: null }, data: { revoked: new Date() } });
  if (count === 0 && (await prisma.apiKey.findUnique({ where: { prefix } })) === null) throw notFound("key", prefix);
}
