/** Prints a line of what a command says. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Prints a line that says what went wrong. */
export const printError = (line: string): void => void process.stderr.write(`${line}\n`);

/** Prints one JSON document on lines of its own. */
export const printJson = (document: unknown): void => print(JSON.stringify(document, null, 2));

/** Prints one JSON document on one line; a command may print many. */
export const printJsonLine = (document: unknown): void => print(JSON.stringify(document));

/** 10,000 */
export const formatCount = (count: number): string => count.toLocaleString("en-US");
