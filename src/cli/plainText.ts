/**
 * Puts a text that somebody else wrote on one line, without control characters. By those, the creator of a batch could move the cursor of a
 * person who lists it, or turn the direction of the line.
 */
export const plainText = (text: string): string => text.replace(/\s+/gu, " ").replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
