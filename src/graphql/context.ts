import type { Db } from "../db/database.js";
import type { Actor } from "../domain/actor.js";
import type { BatchProgressFeed } from "../domain/batch/read/batchProgressFeed.js";
import { createLoaders, type Loaders } from "./loaders.js";

/** What a resolver has at hand. */
export interface Context {
  readonly db: Db;
  readonly actor: Actor;
  /** Made anew after each mutation of the operation, because what was read before may have changed. */
  load: Loaders;
  readonly progress: BatchProgressFeed;
  /** Set when the executor has left the operation to graphql-js, and need not be asked again. */
  isLeft?: boolean;
}

/** Makes the context of one operation. @param db the database for as long as the operation lives; by default the process's */
export const createContext = (progress: BatchProgressFeed, actor: Actor, db: Db = progress.db): Context => ({
  db,
  actor,
  load: createLoaders(db),
  progress,
});

/** The same operation, with another view of the database. */
export const withDatabase = (context: Context, db: Db): Context => ({ ...context, db, load: createLoaders(db) });
