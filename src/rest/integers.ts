/** Whether a number can be an object's id: they count from 1, and are 32 bits wide. */
export const isId = (number: number): boolean => Number.isInteger(number) && number > 0 && number <= 2_147_483_647;

/**
 * Reads an integer as Scale does: there may be a sign before the digits, and blanks around it. (A plus sign that is not escaped in a query
 * string is such a blank.)
 * @returns null where the text is none
 */
export const readInteger = (text: string): number | null => (/^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : null);
