import { infiniteQueryOptions } from "@tanstack/preact-query";
import { ask } from "../../api/ask.js";
import { batchesDocument } from "./documents.js";
import { takeFirstPage } from "./firstPage.js";
import { type Asked, headSize } from "./listAddress.js";

/** Rows that are asked for at once, when the list is scrolled. */
const pageSize = 100;

/** How the list is asked for, page by page. @param visit what was read at one entry of the browser's history stays with it */
export const pagesOf = (asked: Asked, visit: number) =>
  infiniteQueryOptions({
    queryKey: ["batches", asked, visit],
    queryFn: ({ pageParam, signal }) =>
      (pageParam === null && takeFirstPage()) ||
      ask(batchesDocument, { ...asked, first: pageParam === null ? headSize : pageSize, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ batches }) => (batches.pageInfo.hasNextPage ? batches.pageInfo.endCursor : null),
    staleTime: Number.POSITIVE_INFINITY,
  });

/**
 * The number of the entry of the browser's history that is shown. Back and forward find it again; an address that is opened anew, or
 * changed, has another one.
 */
export function visitOf(): number {
  const { visit } = (history.state ?? {}) as { visit?: unknown };
  if (typeof visit === "number") return visit;
  const next = Math.random();
  history.replaceState({ visit: next }, "");
  return next;
}
