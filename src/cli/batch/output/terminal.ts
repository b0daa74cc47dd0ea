import { createInterface } from "node:readline";
import { styleText } from "node:util";
import type { BatchStatus } from "../../generated/graphql.js";

/** How many characters a line of the output may have. Where it goes to no terminal, there is no limit. */
export const lineWidth = (): number => (process.stdout.isTTY ? process.stdout.columns || 80 : Number.POSITIVE_INFINITY);

export const isInteractive = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true;

type Style = Parameters<typeof styleText>[0];

/** Styles a text, where the output is a terminal that shows it. */
export const styled = (style: Style, text: string): string => styleText(style, text, { stream: process.stdout });

const styles = {
  SUBMITTED: "cyan",
  CREATING: "cyan",
  PAUSED: "yellow",
  CREATED: "green",
  FAILED: "red",
  CANCELED: "magenta",
} as const satisfies Record<BatchStatus, Style>;

export const styledStatus = (status: BatchStatus): string => styled(styles[status], status);

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
