import { useInfiniteQuery } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import { useChangedBatches } from "../../api/useChangedBatches.js";
import { useQuery } from "../../api/useQuery.js";
import { batchesDocument, type Row } from "./documents.js";
import { type Asked, headSize, pagesOf } from "./pagesOf.js";

/**
 * The list, page by page. Pages that were read stay as they are, so that nothing jumps under the reader; what is newer at the top is counted,
 * and shown when it is asked for.
 */
export function useBatches(asked: Asked, visit: number) {
  const pages = useInfiniteQuery({ ...pagesOf(asked, visit), placeholderData: (before) => before });
  const [isHeard, setIsHeard] = useState(false);
  const head = useQuery(batchesDocument, { ...asked, first: headSize, after: null }, { enabled: isHeard });
  const [changes, setChanges] = useState<ReadonlyMap<number, number>>(new Map());
  const rows: readonly Row[] = pages.data?.pages.flatMap(({ batches }) => batches.nodes) ?? [];
  const known = new Set(rows.map(({ databaseId }) => databaseId));
  const isByState = Boolean(asked.filter?.status ?? asked.filter?.workState);
  useChangedBatches((changed) => {
    setIsHeard(true);
    // Rows that are known are followed, as far as they are seen. The list is asked for where it may have others, or another number of them.
    if (isHeard && (isByState || !changed?.every((id) => known.has(id)))) void head.refetch();
    if (changed) setChanges((before) => new Map([...before, ...changed.map((id) => [id, (before.get(id) ?? 0) + 1] as const)]));
  }, pages.data !== undefined);
  const latest = head.data?.batches.nodes ?? [];
  // What is behind the last row that is known is on the next page, and is not news.
  const newer = latest
    .slice(0, latest.findLastIndex(({ databaseId }) => known.has(databaseId)) + 1)
    .filter(({ databaseId }) => !known.has(databaseId));
  const isEmpty = rows.length === 0;
  useEffect(() => {
    if (isEmpty && latest.length > 0) void pages.refetch();
  }, [isEmpty, latest.length]);
  const fresh = new Map(latest.map((row) => [row.databaseId, row]));
  return {
    rows: rows.map((row) => fresh.get(row.databaseId) ?? row),
    total: head.data?.batches.totalCount ?? pages.data?.pages[0]?.batches.totalCount ?? 0,
    /** How often it was told of each batch that it has changed. */
    changes,
    newer: newer.length,
    pages,
  };
}
