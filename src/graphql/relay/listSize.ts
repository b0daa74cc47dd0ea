import { DomainError } from "../../domain/errors.js";

/** Values of a list that a filter compares with. REST needs no such limit, because addresses are too short for more. */
export const maxListSize = 1000;

/** @throws {DomainError} TOO_LARGE that names the argument */
export function checkListSize(path: readonly string[], list: readonly unknown[] | null | undefined): void {
  if (!list || list.length <= maxListSize) return;
  throw new DomainError({ code: "TOO_LARGE", path, message: `must have at most ${maxListSize} values` });
}
