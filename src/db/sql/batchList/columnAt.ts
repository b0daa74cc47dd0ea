import { type ColumnType, type TableName, tables } from "./tables.js";

/** A column of a row, or of a row that it leads to. */
export interface ColumnAt {
  readonly sql: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** The JOIN clauses that lead to its table, in order. Where columns of one statement need the same clause, it must stand there once. */
  readonly joins: readonly string[];
}

/** The most steps of a path: from superseded job to superseded job it could go on without end, and PostgreSQL plans each join. */
const maxSteps = 8;

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Finds the column that a path leads to, such as `creatorJob.jobType.name`.
 * @param alias of the table that the path begins at
 * @returns null where it leads to none
 */
export function columnAt(table: TableName, alias: string, path: string): ColumnAt | null {
  const steps = path.split(".");
  const name = steps.pop() as string;
  if (steps.length > maxSteps) return null;
  const joins: string[] = [];
  let at: { table: TableName; alias: string; nullable: boolean; held?: string } = { table, alias, nullable: false };
  for (const step of steps) {
    const reference = own(tables[at.table].references, step);
    if (!reference) return null;
    const next = joins.length === 0 ? reference.alias : at.alias + reference.alias;
    const nullable = at.nullable || !reference.required;
    const held = reference.column && `${at.alias}.${reference.column}`;
    const condition = held ? `${next}.id = ${held}` : `${next}.${reference.otherColumn} = ${at.alias}.id`;
    joins.push(`${nullable ? "LEFT JOIN" : "JOIN"} ${tables[reference.table].sql} ${next} ON ${condition}`);
    at = { table: reference.table, alias: next, nullable, ...(held && { held }) };
  }
  const column = own(tables[at.table].columns, name);
  if (!column) return null;
  const found = { type: column.type, nullable: at.nullable || column.nullable };
  // The row before already holds this id, as its reference, so the last join is not needed.
  if (name === "id" && at.held) return { ...found, sql: at.held, joins: joins.slice(0, -1) };
  return { ...found, sql: `${at.alias}.${snakeCase(name)}`, joins };
}

const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The paths to all columns, without those that lead through a table twice. */
export function columnPaths(table: TableName, passed: readonly TableName[] = []): string[] {
  const { columns, references } = tables[table];
  const through = [...passed, table];
  const further = Object.entries(references)
    .filter(([, reference]) => !through.includes(reference.table))
    .flatMap(([step, reference]) => columnPaths(reference.table, through).map((path) => `${step}.${path}`));
  return [...Object.keys(columns), ...further];
}
