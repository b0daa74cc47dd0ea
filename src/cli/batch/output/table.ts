import { stripVTControlCharacters } from "node:util";
import CliTable from "cli-table3";
import { lineWidth, styled } from "./terminal.js";

/** A column of a table, whose rows are such as `cell` reads. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  readonly align?: "left" | "right";
  /** Its cells may be shortened with … to this many characters, where the terminal is narrow. */
  readonly min?: number;
  /** Its cells are wrapped rather than shortened. */
  readonly wraps?: boolean;
  /** The column is left out where the terminal is too narrow even with shortened cells. Of several such columns, the last goes first. */
  readonly optional?: boolean;
}

const gap = 2;
const noLines = ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"] as const;
const noRules = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid"] as const;
const chars = { ...Object.fromEntries([...noLines, ...noRules].map((name) => [name, ""])), middle: " ".repeat(gap) };
const style = { head: [], border: [], "padding-left": 0, "padding-right": 0 };

/** Draws a table without rules that is no wider than the terminal. The head is left out where it is empty. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width = lineWidth()): string {
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
  const natural = columns.map(({ head }, i) => Math.max(displayWidth(head), ...cells.map((row) => displayWidth(row[i] ?? ""))));
  const widths = widthsOf(columns, natural, width);
  if (widths === null) {
    const left = columns.findLastIndex(({ optional }) => optional);
    return table(columns.toSpliced(left, 1), rows, width);
  }
  const drawn = new CliTable({
    chars,
    style,
    colWidths: widths,
    colAligns: columns.map(({ align = "left" }) => align),
    head: columns.some(({ head }) => head !== "") ? columns.map(({ head }) => styled("bold", head)) : [],
  });
  drawn.push(...cells.map((row) => row.map((content, i) => ({ content, wordWrap: columns[i]?.wraps ?? false }))));
  return drawn.toString().replace(/ +$/gm, "");
}

/** Breaks a text into lines that are no wider than the terminal. */
export const wrapped = (text: string): string => table([{ head: "", cell: () => text, wraps: true, min: 1 }], [text]);

/**
 * Fits columns to a width, by taking from the widest of those that may be shortened. Null where that is not enough, and a column can be
 * left out.
 */
function widthsOf(columns: readonly Column<never>[], natural: readonly number[], width: number): number[] | null {
  const widths = [...natural];
  const total = () => widths.reduce((sum, each) => sum + each, gap * (widths.length - 1));
  while (total() > width) {
    const shrinkable = widths.map((each, i) => (each > (columns[i]?.min ?? each) ? each : 0));
    const widest = Math.max(...shrinkable);
    if (widest === 0) return columns.some(({ optional }) => optional) ? null : widths;
    widths[shrinkable.indexOf(widest)] = widest - 1;
  }
  return widths;
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;

/** How many columns of the terminal a text takes. */
export const displayWidth = (text: string): number =>
  [...stripVTControlCharacters(text)].reduce((sum, char) => sum + (/\p{M}/u.test(char) ? 0 : wide.test(char) ? 2 : 1), 0);
