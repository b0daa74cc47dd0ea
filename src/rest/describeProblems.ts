import type { Problem } from "../domain/errors.js";
import { snakeCase } from "../domain/snakeCase.js";

/** Says what is wrong, each field by its name in the documented API. */
export const describeProblems = (problems: readonly Problem[]): string =>
  problems.map((problem) => [fieldOf(problem).join("."), problem.message].filter(Boolean).join(": ")).join("; ");

/** The path of the field that a problem lies in, by the names of the documented API. */
export const fieldOf = ({ path, endsInOwnName }: Problem): string[] =>
  path.map((name, i) => (endsInOwnName && i === path.length - 1 ? name : snakeCase(name)));
