import { type ColumnType, type Path, type Table, type TableName, tables } from "./tables.js";

/** The name that the database, and documents, have for what the code calls `iconCode`: `icon_code`. */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A column of a row, or of another row that it leads to. */
export interface ViewColumn {
  readonly path: string;
  readonly sql: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /**
   * The JOIN clauses that lead to its table, in order. If several columns of a statement need the same clause, it must stand there once.
   */
  readonly joins: readonly string[];
}

/** A table with all that its rows lead to, as one flat row whose columns are called by their paths. */
export interface View<P extends string> {
  /** The paths, without those that lead through a table twice. */
  readonly paths: readonly P[];
  /** The paths, among these, that callers may sort by. */
  readonly sortable: readonly P[];
  /** Finds the column of a path; null where it leads to none. The path may lead through a table several times. */
  find(path: string): ViewColumn | null;
  /** Whether callers may sort by a path. The path may lead through a table several times. */
  isSortable(path: string): boolean;
  /** @throws {Error} where there is no such column, which can only be if the path was cast to this type */
  column(path: P): ViewColumn;
}

/** The most steps of a path. A path from superseded job to superseded job could go on without end, and PostgreSQL plans each join. */
const maxSteps = 8;

/** @param alias of the table in the statements */
export function viewOf<T extends TableName>(table: T, alias: string): View<Path<T>> {
  const paths = pathsOf(table) as Path<T>[];
  const known = new Map(paths.map((path) => [path as string, findColumn(table, alias, path)]));
  const find = (path: string) => known.get(path) ?? findColumn(table, alias, path);
  const { columns }: Table = tables[table];
  const isSortable = (path: string) => (path.includes(".") ? find(path) !== null : typeof own(columns, path) === "string");
  return {
    paths,
    sortable: paths.filter(isSortable),
    isSortable,
    find,
    column: (path) => {
      const found = find(path);
      if (!found) throw new Error(`No column is called ${path}`);
      return found;
    },
  };
}

function findColumn(table: TableName, alias: string, path: string): ViewColumn | null {
  const steps = path.split(".");
  const name = steps.pop() as string;
  if (steps.length > maxSteps) return null;
  const joins: string[] = [];
  let at: { table: Table; alias: string; nullable: boolean; held?: string } = { table: tables[table], alias, nullable: false };
  for (const step of steps) {
    const reference = own(at.table.references, step);
    if (!reference) return null;
    const to: Table = tables[reference.table as TableName];
    const next = joins.length === 0 ? reference.alias : at.alias + reference.alias;
    const nullable = at.nullable || !reference.required;
    const held = reference.column && `${at.alias}.${reference.column}`;
    const condition = held ? `${next}.id = ${held}` : `${next}.${reference.otherColumn} = ${at.alias}.id`;
    joins.push(`${nullable ? "LEFT JOIN" : "JOIN"} ${to.sql} ${next} ON ${condition}`);
    at = { table: to, alias: next, nullable, ...(held && { held }) };
  }
  const column = own(at.table.columns, name);
  if (!column) return null;
  const { type, sql = `$.${snakeCase(name)}` } = typeof column === "string" ? { type: column } : column;
  const found = { path, type: type.replace("?", "") as ColumnType, nullable: at.nullable || type.endsWith("?") };
  // The row before already holds this id, as its reference, so the last join is not needed.
  if (name === "id" && at.held) return { ...found, sql: at.held, joins: joins.slice(0, -1) };
  return { ...found, sql: sql.replaceAll("$", at.alias), joins };
}

function pathsOf(name: TableName, passed: readonly TableName[] = []): string[] {
  const { columns, references }: Table = tables[name];
  const through = [...passed, name];
  const further = Object.entries(references).flatMap(([step, { table }]) =>
    through.includes(table as TableName) ? [] : pathsOf(table as TableName, through).map((path) => `${step}.${path}`),
  );
  return [...Object.keys(columns), ...further];
}

const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
