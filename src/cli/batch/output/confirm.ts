import { createInterface } from "node:readline";

/**
 * Asks the person at the terminal.
 * @returns null where they pressed Ctrl-C
 */
export function confirm(question: string): Promise<boolean | null> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise((resolve) => {
    const answer = (value: boolean | null) => {
      resolve(value);
      terminal.close();
    };
    terminal.once("SIGINT", () => answer(null));
    // Ctrl-D closes the terminal's input.
    terminal.once("close", () => resolve(false));
    terminal.question(`${question} [y/N] `, (text) => answer(/^y(es)?$/i.test(text.trim())));
  });
}
