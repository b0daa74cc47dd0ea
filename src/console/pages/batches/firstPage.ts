import { ask } from "../../api/ask.js";
import type { BatchesQuery } from "../../generated/graphql.js";
import { valuesOf } from "../../parts/valuesOf.js";
import { batchesDocument } from "./documents.js";
import { askedFor, headSize } from "./listAddress.js";

/**
 * The first rows, where the list is what the browser has opened. They are asked for when this module runs, before the others: the answer
 * is on its way while these do.
 */
let first: Promise<BatchesQuery> | null = null;

if (location.pathname === "/") {
  first = ask(batchesDocument, { ...askedFor(valuesOf(new URLSearchParams(location.search))), first: headSize, after: null });
  // Whoever takes it learns of it.
  first.catch(() => {});
}

/** Gives the first rows away, to who asks first: that is `main.tsx`, for the list that the address names. Null: they are gone. */
export function takeFirstPage(): Promise<BatchesQuery> | null {
  const taken = first;
  first = null;
  return taken;
}
