import type { Problem } from "./errors.js";
import { storableJson } from "./storable.js";

/** The most characters of texts that clients write. A page of 1,000 batches with such texts is still answered. */
export const maxTitle = 50;
export const maxDescription = 5000;
export const maxReason = 1000;

/** Whether a text has more characters than allowed, counted as the database counts them. */
export const isLonger = (text: string, most: number): boolean => text.length > most && (text.length > 2 * most || [...text].length > most);

/** What is wrong with a text that is stored in a column without a limit of its own. */
export function checkText(path: readonly string[], text: string | null | undefined, most: number): Problem[] {
  if (text && isLonger(text, most)) return [{ code: "TOO_LARGE", path, message: `must be at most ${most} characters` }];
  return storableJson(text, path);
}
