/** What a list can be ordered by. */
export interface OrderFields {
  /** Of the listed objects' own fields, those that order them. */
  readonly own: readonly string[];
  /** Whether a path, such as `creatorJob.jobType.name`, leads to a column. */
  readonly has: (path: string) => boolean;
}

/**
 * Finds the path that a name in `order` stands for: one of the listed objects' own fields, or, behind the names of what leads there, any
 * column of an object that they refer to, `creator_job__job_type__name`. The name of a reference, with or without `_id`, stands for the
 * id, and so does `pk`, as in Scale.
 * @returns null where it stands for none
 */
export function orderPath({ own, has }: OrderFields, name: string): string | null {
  if (!/^[a-z_]+$/.test(name)) return null;
  const path = name.split("__").map(camelCase).join(".").replace(/\bpk$/, "id");
  const candidates = [path, `${path}.id`, path.replace(/Id$/, ".id")];
  return candidates.find((candidate) => (candidate.includes(".") || own.includes(candidate)) && has(candidate)) ?? null;
}

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The names that `order` takes, with the paths that they stand for; `pk` and the names of references are left out.
 * @param paths all that `has` says yes to, but perhaps for those that go round in circles
 */
export function orderNames({ own }: Pick<OrderFields, "own">, paths: readonly string[]): Readonly<Record<string, string>> {
  const ordering = paths.filter((path) => path.includes(".") || own.includes(path));
  return Object.fromEntries(ordering.map((path) => [path.split(".").map(snakeCase).join("__"), path]));
}
