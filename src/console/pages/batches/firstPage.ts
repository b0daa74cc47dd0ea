import { ask } from "../../api/ask.js";
import type { BatchesQuery } from "../../generated/graphql.js";
import { valuesOf } from "../../parts/valuesOf.js";
import { batchesDocument } from "./documents.js";
import { askedFor, headSize } from "./listAddress.js";

/** What the list asks for that the browser has opened; null: it has opened another page. */
export const firstAsked = location.pathname === "/" ? askedFor(valuesOf(new URLSearchParams(location.search))) : null;

/** The first rows. They are asked for when this module runs, before the others: the answer is on its way while these do. */
let first = firstAsked && ask(batchesDocument, { ...firstAsked, first: headSize, after: null });
// Whoever takes it learns of it.
first?.catch(() => {});

/** Gives the first rows away, to who asks first: that is `main.tsx`, for the list that the address names. Null: they are gone. */
export function takeFirstPage(): Promise<BatchesQuery> | null {
  const taken = first;
  first = null;
  return taken;
}
