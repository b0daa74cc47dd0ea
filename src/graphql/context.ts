import type { Database } from "../db/database.js";
import type { Actor } from "../domain/actor.js";
import type { BatchProgressFeed } from "../domain/batch/batchProgressFeed.js";
import { createLoaders, type Loaders } from "./loaders.js";

/** What a resolver has at hand. */
export interface Context {
  readonly db: Database;
  readonly actor: Actor;
  /** Anew after each mutation of the operation: what was read before it is no longer so. */
  load: Loaders;
  readonly progress: BatchProgressFeed;
}

/** Made anew for each operation. */
export const createContext = (progress: BatchProgressFeed, actor: Actor): Context => {
  const { db } = progress;
  return { db, actor, load: createLoaders(db), progress };
};
