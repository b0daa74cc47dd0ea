import { parseArgs } from "node:util";

/** What can be measured, in the order of the targets. */
export const sectionNames = [
  "list",
  "details",
  "create",
  "creator",
  "growth",
  "start",
  "overload",
  "dearest",
  "jobs",
  "outside",
  "scale",
] as const;
export type SectionName = (typeof sectionNames)[number];

/** How to measure. */
export interface Options {
  readonly sections: readonly SectionName[];
  /** A short run, to see whether something changed; its numbers scatter. */
  readonly quick: boolean;
  /** A million batches, and a million recipes, where growth is what is measured. */
  readonly large: boolean;
  /** Make the databases anew. */
  readonly fresh: boolean;
  /** Times that every variant is measured, in turns. */
  readonly rounds: number;
  /** Of one measurement. */
  readonly seconds: number;
  /** Before the first: V8 goes on to optimise a server for thousands of requests. */
  readonly warmUpSeconds: number;
}

/** Connections under load, and in the pool of every server. */
export const connections = 16;

/** @throws where an argument is not known */
export function readOptions(args: readonly string[]): Options {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { quick: flag, large: flag, fresh: flag },
  });
  const unknown = positionals.filter((name) => !(sectionNames as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`No such section: ${unknown.join(", ")}. There are: ${sectionNames.join(", ")}`);
  const { quick, large, fresh } = values;
  return {
    // What a thousand million jobs take is asked for by name: it is no target, and takes gigabytes.
    sections: sectionNames.filter((name) => (positionals.length === 0 ? name !== "scale" : positionals.includes(name))),
    quick,
    large,
    fresh,
    rounds: quick ? 3 : 9,
    seconds: quick ? 2 : 4,
    warmUpSeconds: quick ? 3 : 10,
  };
}
