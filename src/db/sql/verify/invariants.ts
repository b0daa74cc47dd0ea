import type { Statement } from "../../database.js";

/** An invariant that does not hold. */
export interface ViolationRow {
  readonly invariant: string;
  /** What `ids` are the ids of: `job`, `recipe`, `batch` … */
  readonly subject: string;
  /** How many break it. */
  readonly count: number;
  /** The lowest five of their ids. */
  readonly ids: readonly number[];
}

/** A statement that looks through the whole database at once for what breaks some invariants. Its rows are `ViolationRow`s. */
export type Verification = Statement & { readonly invariants: readonly string[] };

/**
 * Puts such a statement together, which reads the facts once, whatever the number of invariants.
 * @param facts a query with the columns `subject` and `id`, and whatever the conditions need
 * @param violations for each invariant, in words, the condition that is true of what breaks it
 */
export function verification(facts: string, violations: Readonly<Record<string, string>>): Verification {
  const cases = Object.entries(violations).map(([invariant, violation]) => `('${invariant.replaceAll("'", "''")}', ${violation})`);
  return {
    invariants: Object.keys(violations),
    text: `
      SELECT invariant, subject, count(*)::int AS count, (array_agg(id ORDER BY id))[1:5] AS ids
      FROM (${facts}) AS fact, LATERAL (VALUES ${cases.join(", ")}) AS broken (invariant, is_so)
      WHERE is_so GROUP BY 1, 2`,
  };
}
