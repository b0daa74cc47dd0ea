import type { Db } from "../../db/database.js";
import { type Actor, isReserved, maxActorName } from "../actor.js";
import { type Problem, refuse } from "../errors.js";
import { checkText } from "../textLimits.js";
import { hashOf, makeKeyText, prefixOf } from "./keyText.js";

/** @returns the key, which is kept nowhere @throws {DomainError} REQUIRED, INVALID or TOO_LARGE, where the name is none */
export async function createKey(db: Db, { name, role }: Actor, expires: Date | null): Promise<string> {
  refuse([...checkName(name), ...checkExpires(expires)]);
  const key = makeKeyText();
  await db.prisma.apiKey.create({ data: { prefix: prefixOf(key) as string, hash: hashOf(key), name, role, expires } });
  return key;
}

function checkName(name: string): Problem[] {
  if (name.trim() === "") return [{ code: "REQUIRED", path: ["name"], message: "must not be empty" }];
  if (isReserved(name)) return [{ code: "INVALID", path: ["name"], message: "is a name of the gateway's own" }];
  return checkText(["name"], name, maxActorName);
}

const checkExpires = (expires: Date | null): Problem[] =>
  expires !== null && expires.getTime() <= Date.now() ? [{ code: "INVALID", path: ["expires"], message: "must be in the future" }] : [];
