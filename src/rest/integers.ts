export { isId } from "../domain/storable.js";

/**
 * Reads an integer as Scale does: there may be a sign before the digits, and blanks around it. (A plus sign that is not escaped in a query
 * string is such a blank.)
 * @returns null where the text is none
 */
export const readInteger = (text: string): number | null => (/^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : null);
