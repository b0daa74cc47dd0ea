import type { Database } from "../db/database.js";
import { longTransaction } from "../db/longTransaction.js";
import type { ViolationRow } from "../db/sql/verify/invariants.js";
import { verifyBatches } from "../db/sql/verify/verifyBatches.js";
import { verifyChains } from "../db/sql/verify/verifyChains.js";
import { verifyExecutions } from "../db/sql/verify/verifyExecutions.js";
import { verifyLimits } from "../db/sql/verify/verifyLimits.js";
import { verifyParents } from "../db/sql/verify/verifyParents.js";
import { verifyRecipes } from "../db/sql/verify/verifyRecipes.js";
import { verifyReferences } from "../db/sql/verify/verifyReferences.js";
import { verifyTallies } from "../db/sql/verify/verifyTallies.js";
import { verifyTimes } from "../db/sql/verify/verifyTimes.js";

/** Each reads what some invariants are about. */
export const verifications = [
  verifyReferences,
  verifyTallies,
  verifyExecutions,
  verifyParents,
  verifyRecipes,
  verifyTimes,
  verifyBatches,
  verifyLimits,
  verifyChains,
];

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
