import { keepPreviousData } from "@tanstack/preact-query";
import { useQuery } from "../../api/useQuery.js";
import type { Address } from "../../parts/useAddress.js";
import { definedIn } from "./batchInput.js";
import { planDocument } from "./documents.js";

/**
 * What the batch would do that the address defines, from the gateway. While a new answer is awaited, the one before is shown, and is said
 * to be old. An answer that comes late never takes the place of a later question's.
 */
export function usePlan(address: Address) {
  const query = useQuery(planDocument, { input: definedIn(address) }, { placeholderData: keepPreviousData, staleTime: 0 });
  return { plan: query.data?.validateBatch ?? null, isOld: query.isPlaceholderData, error: query.error, refetch: query.refetch };
}
