import type { Statement } from "../../database.js";
import { reprocess } from "./reprocess.js";

/** Re-processes recipes, see `reprocess`. PostgreSQL's triggers check each foreign key of each row. */
export const insertRecipesAndJobs: Statement = { text: reprocess() };
