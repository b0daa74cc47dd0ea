export const print = (line: string): void => void process.stdout.write(`${line}\n`);

export const printError = (line: string): void => void process.stderr.write(`${line}\n`);

/** Prints what went wrong, and below it each problem, with its path. */
export const printProblems = (line: string, problems: readonly { readonly path: readonly string[]; readonly message: string }[]): void =>
  printError([line, ...problems.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "))].join("\n  "));

export const printJson = (document: unknown): void => print(JSON.stringify(document, null, 2));

export const printJsonLine = (document: unknown): void => print(JSON.stringify(document));

/** 10,000 */
export const formatCount = (count: number): string => count.toLocaleString("en-US");

/**
 * Puts a text that somebody else wrote on one line, without control characters. By those, the creator of a batch could move the cursor of a
 * person who lists it, or turn the direction of the line.
 */
export const plainText = (text: string): string => text.replace(/\s+/gu, " ").replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
