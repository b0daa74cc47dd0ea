/** A text as one word of a shell's. */
export const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
