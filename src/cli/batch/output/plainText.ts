/**
 * A text of somebody else's on one line: whoever may create a batch must not be able to move the cursor of whoever lists it, nor
 * to turn the direction of the line.
 */
export const plainText = (text: string): string => text.replace(/\s+/gu, " ").replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
