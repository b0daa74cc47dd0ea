import type { Problem } from "../domain/errors.js";
import { snakeCase } from "./letterCase.js";

/** Says what is wrong, each field by its name in the documented API. */
export const describeProblems = (problems: readonly Problem[]): string =>
  problems.map((problem) => [fieldOf(problem), problem.message].filter(Boolean).join(": ")).join("; ");

const fieldOf = ({ path, endsInOwnName }: Problem): string =>
  path.map((name, i) => (endsInOwnName && i === path.length - 1 ? name : snakeCase(name))).join(".");
