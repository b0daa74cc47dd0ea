import type { Database } from "../db/database.js";
import type { Actor } from "../domain/actor.js";
import { createLoaders, type Loaders } from "./loaders.js";

/** What a resolver has at hand. */
export interface Context {
  readonly db: Database;
  readonly actor: Actor;
  readonly load: Loaders;
}

export const createContext = (db: Database, actor: Actor): Context => ({ db, actor, load: createLoaders(db) });

/** The object that a foreign key promises. */
export async function existing<Row>(row: Promise<Row | null>): Promise<Row> {
  const found = await row;
  if (found === null) throw new Error("An object that another refers to is missing");
  return found;
}
