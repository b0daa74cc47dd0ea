import { print } from "../../print.js";

/** One JSON document on lines of its own. */
export const printJson = (document: unknown): void => print(JSON.stringify(document, null, 2));

/** One JSON document on one line, of which there may be many. */
export const printJsonLine = (document: unknown): void => print(JSON.stringify(document));
