import { useInfiniteQuery } from "@tanstack/preact-query";
import { useEffect } from "preact/hooks";
import { useQuery } from "../../api/useQuery.js";
import { batchesDocument, newestDocument, type Row } from "./documents.js";
import { type Asked, headSize, pagesOf } from "./pagesOf.js";

/**
 * Milliseconds after which the gateway is asked, for a list that is looked at, which batch is the newest; nothing tells of new ones. That
 * takes it one row. Asked for the rows of a page, which took it 11 ms, 50 open lists would keep 4 % of a processor busy.
 */
const interval = 15_000;

/**
 * The list, page by page. Pages that were read stay as they are, so that nothing jumps under the reader; what is newer at the top is counted,
 * and shown when it is asked for.
 */
export function useBatches(asked: Asked, visit: number) {
  const pages = useInfiniteQuery({ ...pagesOf(asked, visit), placeholderData: (before) => before });
  const none = { batches: { nodes: [] } };
  const newest = useQuery(newestDocument, { filter: asked.filter }, { refetchInterval: interval, initialData: none });
  const newestId = newest.data?.batches.nodes[0]?.databaseId;
  const head = useQuery(batchesDocument, { ...asked, first: headSize, after: null }, { enabled: newestId !== undefined });
  useEffect(() => {
    if (newestId !== undefined && head.data) void head.refetch();
  }, [newestId]);
  const rows: readonly Row[] = pages.data?.pages.flatMap(({ batches }) => batches.nodes) ?? [];
  const known = new Set(rows.map(({ databaseId }) => databaseId));
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
    newer: newer.length,
    pages,
  };
}
