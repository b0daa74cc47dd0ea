import { replaceEqualDeep, useInfiniteQuery } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../../api/ask.js";
import { queryClient } from "../../api/queryClient.js";
import { useChangedBatches } from "../../api/useChangedBatches.js";
import { keyOf, useQuery } from "../../api/useQuery.js";
import type { BatchesQuery } from "../../generated/graphql.js";
import { batchesDocument, batchRowsDocument, type Row } from "./documents.js";
import { type Asked, headSize } from "./listAddress.js";
import { pagesOf } from "./pagesOf.js";

/** Rows that are read anew by one request: as many as the gateway gives at once. */
const sliceSize = 100;

/**
 * Asks for rows, and a few times again where the gateway is busy: a batch that was over and goes on is followed once its row says so. The time
 * is in the key because an answer that is under way may be older than what was told.
 */
const readRows = (ids: readonly number[]) =>
  queryClient.fetchQuery({
    queryKey: [batchRowsDocument.toString(), ids, performance.now()],
    queryFn: () => ask(batchRowsDocument, { ids: ids.map(String) }),
    gcTime: 0,
  });

/**
 * The list, page by page. Pages that were read stay as they are, so that nothing jumps under the reader; what is newer at the top is
 * counted, and shown when it is asked for.
 */
export function useBatches(asked: Asked, visit: number) {
  const options = pagesOf(asked, visit);
  const pages = useInfiniteQuery({ ...options, placeholderData: (before) => before });
  const [isHeard, setIsHeard] = useState(false);
  const headVariables = { ...asked, first: headSize, after: null };
  const head = useQuery(batchesDocument, headVariables, { enabled: isHeard });
  const rows: readonly Row[] = pages.data?.pages.flatMap(({ batches }) => batches.nodes) ?? [];
  const known = new Set(rows.map(({ databaseId }) => databaseId));
  const isByState = Boolean(asked.filter?.status ?? asked.filter?.workState);
  useChangedBatches((changed) => {
    setIsHeard(true);
    // What comes first says only that it is followed: the rows were just read. Where any may have changed later, all are read anew.
    if (changed || isHeard) void reread(changed ? changed.filter((id) => known.has(id)) : [...known]);
    // The list is asked for where it may have other rows, or another number of them.
    if (isHeard && (isByState || !changed?.every((id) => known.has(id)))) void head.refetch();
  }, pages.data !== undefined);
  // Whoever goes back to a list finds rows that were read a while ago, and the head has only the first of them.
  useEffect(() => {
    if (isHeard && !pages.isPlaceholderData) void reread([...known].slice(headSize));
  }, [isHeard, visit]);
  /** Reads rows anew. Where they can't be asked for at all, or are as they were, nothing changes. */
  const reread = async (ids: readonly number[]): Promise<void> => {
    const slices = Array.from({ length: Math.ceil(ids.length / sliceSize) }, (_, n) => ids.slice(n * sliceSize, (n + 1) * sliceSize));
    const answers = slices.map((slice) => readRows(slice).catch(() => null));
    const nodes = (await Promise.all(answers)).flatMap((answer) => answer?.batches.nodes ?? []);
    const read = new Map(nodes.map((node) => [node.databaseId, node]));
    const renew = (row: Row): Row => ({ ...row, ...read.get(row.databaseId) });
    const kept = [...rows, ...latest];
    if (replaceEqualDeep(kept, kept.map(renew)) === kept) return;
    const renewed = ({ batches }: BatchesQuery): BatchesQuery => ({ batches: { ...batches, nodes: batches.nodes.map(renew) } });
    queryClient.setQueryData(options.queryKey, (data) => data && { ...data, pages: data.pages.map(renewed) });
    queryClient.setQueryData<BatchesQuery>(keyOf(batchesDocument, headVariables), (data) => data && renewed(data));
  };
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
  const shown = rows.map((row) => fresh.get(row.databaseId) ?? row);
  return {
    rows: shown,
    total: head.data?.batches.totalCount ?? pages.data?.pages[0]?.batches.totalCount ?? 0,
    newer: newer.length,
    pages,
  };
}
