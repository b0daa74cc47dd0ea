import { columnsOf } from "../../domain/batch/read/batchView.js";
import type { Reference } from "./reference.js";

type Row = Readonly<Record<string, unknown>>;

/** The object that a field leads to, where the row has it as a property or in columns of its own; else null. */
export const objectInRow = ({ step, isInRow }: Reference, field: string, row: Row): unknown =>
  isInRow ? (row[field] ?? (step && carriedBy(row, step))) : null;

/**
 * The object that a row brings along in columns of its own. So one flat statement reads a list with all that its batches refer to. The
 * object is made of the columns whose paths begin with a step, such as `creatorJob`. What its column `jobType.id` holds is also its
 * `jobTypeId`, as in a row that is loaded.
 * @returns null where the row has no more of the object than its id
 */
function carriedBy(row: Row, step: string): object | null {
  if (row[`${step}.id`] === undefined) return null;
  const start = step.length + 1;
  const object: Record<string, unknown> = {};
  for (const path of columnsOf(row)) {
    if (!path.startsWith(`${step}.`)) continue;
    const value = row[path];
    object[path.slice(start)] = value;
    if (path.endsWith(".id") && path.indexOf(".", start) === path.length - 3) object[`${path.slice(start, -3)}Id`] = value;
  }
  return Object.keys(object).length > 1 ? object : null;
}
