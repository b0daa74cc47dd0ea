import type { Db } from "../../../db/database.js";
import { setTitleMarks } from "../../../db/sql/batchList/setTitleMarks.js";

/** A page walks past half as many, on average, and adds up all marks: of 1,000,000 batches, each takes a millisecond. */
const batchesBetweenMarks = 2000;
/** A page adds up all changes, too; setting the marks of 1,000,000 batches takes a second. */
const changesWorthIt = 500;

/** Sets the marks anew by which pages by number far into the list by title are found, where enough has changed. */
export async function markTitles(db: Db): Promise<void> {
  await db.query(setTitleMarks, [batchesBetweenMarks, changesWorthIt]);
}
