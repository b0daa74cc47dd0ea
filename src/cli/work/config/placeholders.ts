import { DomainError } from "../../../domain/errors.js";

/** The placeholders that stand for one text each; `{input:NAME}` stands for what a job has as that input. */
export const placeholders = ["data", "results", "work", "config", "node", "job", "attempt"] as const;
export type Placeholder = (typeof placeholders)[number];

const placeholder = /\{\{|\}\}|\{([^{}]*)\}/g;
const inputPrefix = "input:";

/** The placeholders of an argument that there are not. */
export const unknownPlaceholders = (argument: string): string[] =>
  [...argument.matchAll(placeholder)]
    .map(([, name]) => name)
    .filter((name) => name !== undefined && !name.startsWith(inputPrefix) && !(placeholders as readonly string[]).includes(name))
    .map((name) => `{${name}}`);

/** What the placeholders stand for. */
export interface Replacements {
  readonly texts: Readonly<Record<Placeholder, string>>;
  /** An input's values: the paths or URIs of its files, or its value. Where the job has no such input, there are none. */
  readonly input: (name: string) => readonly string[];
}

/**
 * Fills in the placeholders of an argument. One that is `{input:NAME}` and nothing else becomes as many arguments as the input has values.
 * `{{` and `}}` are braces.
 * @throws {DomainError} where an input that stands within an argument has not just one value
 */
export function fillIn(argument: string, { texts, input }: Replacements): readonly string[] {
  const alone = /^\{input:([^{}]*)\}$/.exec(argument)?.[1];
  if (alone !== undefined) return input(alone);
  const text = argument.replaceAll(placeholder, (brace, name: string | undefined) => {
    if (name === undefined) return brace.charAt(0);
    if (!name.startsWith(inputPrefix)) return texts[name as Placeholder];
    const [value, ...others] = input(name.slice(inputPrefix.length));
    if (value !== undefined && others.length === 0) return value;
    const message = `${brace} stands within an argument, but the job has ${others.length > 0 ? "several values" : "no value"} for it`;
    throw new DomainError({ code: "INVALID", path: [], message });
  });
  return [text];
}
