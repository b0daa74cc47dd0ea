import { camelCase, snakeCase } from "./letterCase.js";

/**
 * Finds the path that a name in `order` stands for: a field of the listed objects, or a column of an object that they lead to. Such a
 * column's name begins with the names of the steps to it: `creator_job__job_type__name`. The name of a reference, with or without `_id`,
 * stands for the id, and so does `pk`, as in Scale.
 * @param isSortable whether callers may sort by a path
 * @returns null where the name stands for none
 */
export function orderPath<Path extends string>(isSortable: (path: string) => path is Path, name: string): Path | null {
  if (!/^[a-z_]+$/.test(name)) return null;
  const path = name.split("__").map(camelCase).join(".").replace(/\bpk$/, "id");
  return [path, `${path}.id`, path.replace(/Id$/, ".id")].find(isSortable) ?? null;
}

/** The name that `order` takes for a path; `pk` and the names of references stand for some, too. */
export const orderName = (path: string): string => snakeCase(path).replaceAll(".", "__");
