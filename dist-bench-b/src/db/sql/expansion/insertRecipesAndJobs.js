import { reprocess } from "./reprocess.js";
/** Re-processes recipes, see `reprocess`. PostgreSQL's triggers check each foreign key of each row. */
export const insertRecipesAndJobs = { text: reprocess() };
