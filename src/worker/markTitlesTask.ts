import type { Task } from "graphile-worker";
import type { Db } from "../db/database.js";
import { markTitles } from "../domain/batch/markTitles.js";

/** The task that sets marks among the titles, each minute. */
export const markTitlesTask =
  (db: Db): Task =>
  () =>
    markTitles(db);
