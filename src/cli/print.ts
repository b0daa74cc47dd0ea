/** What a command has to say, line by line. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** What went wrong. */
export const printError = (line: string): void => void process.stderr.write(`${line}\n`);
