import { useInfiniteQuery } from "@tanstack/preact-query";
import { useEffect } from "preact/hooks";
import { ask } from "../../api/ask.js";
import { useQuery } from "../../api/useQuery.js";
import type { BatchesQueryVariables } from "../../generated/graphql.js";
import { batchesDocument, newestDocument, type Row } from "./documents.js";

/** Rows that are asked for at first, a screen of them, and then at once. */
const [headSize, pageSize] = [25, 100];

/**
 * Milliseconds after which the gateway is asked, for a list that is looked at, which batch is the newest; nothing tells of new ones. That
 * takes it one row. Asked for the rows of a page, which took it 11 ms, 50 open lists would keep 4 % of a processor busy.
 */
const interval = 15_000;

/**
 * The list, page by page. Pages that were read stay as they are, so that nothing jumps under the reader; what is newer at the top is counted,
 * and shown when it is asked for.
 */
export function useBatches(asked: Pick<BatchesQueryVariables, "filter" | "orderBy">) {
  const key = ["batches", asked] as const;
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      ask(batchesDocument, { ...asked, first: pageParam === null ? headSize : pageSize, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ batches }) => (batches.pageInfo.hasNextPage ? batches.pageInfo.endCursor : null),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const head = useQuery(batchesDocument, { ...asked, first: headSize, after: null }, { enabled: pages.data !== undefined });
  const newest = useQuery(newestDocument, { filter: asked.filter }, { refetchInterval: interval }).data?.batches.nodes[0]?.databaseId;
  useEffect(() => {
    if (newest !== undefined && head.data) void head.refetch();
  }, [newest]);
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
