import type { Database } from "../db/database.js";
import { longTransaction } from "../db/longTransaction.js";
import { type ViolationRow, verifications } from "../db/sql/verify/verifications.js";

/** What must hold of every database, in words, whatever has happened to the programs that write to it. */
export const invariants: readonly string[] = verifications.flatMap((one) => one.invariants);

/** Finds what breaks an invariant at one moment, while others may write. @param signal when it is aborted, the search ends with its reason */
export const findViolations = ({ url }: Pick<Database, "url">, signal?: AbortSignal): Promise<ViolationRow[]> =>
  longTransaction(
    url,
    { prepare: true, isSnapshot: true },
    async (run) => {
      const found: ViolationRow[] = [];
      for (const { text } of verifications) found.push(...(await run<ViolationRow>(text)));
      return found;
    },
    signal,
  );
