import { useInfiniteQuery } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../../api/ask.js";
import { queryClient } from "../../api/queryClient.js";
import { useChangedBatches } from "../../api/useChangedBatches.js";
import { keyOf, useQuery } from "../../api/useQuery.js";
import type { BatchesQuery } from "../../generated/graphql.js";
import { batchesDocument, batchTitlesDocument, type Row } from "./documents.js";
import { type Asked, headSize } from "./listAddress.js";
import { pagesOf } from "./pagesOf.js";

/**
 * The list, page by page. Pages that were read stay as they are, so that nothing jumps under the reader; what is newer at the top is counted,
 * and shown when it is asked for.
 */
export function useBatches(asked: Asked, visit: number) {
  const options = pagesOf(asked, visit);
  const pages = useInfiniteQuery({ ...options, placeholderData: (before) => before });
  const [isHeard, setIsHeard] = useState(false);
  const headVariables = { ...asked, first: headSize, after: null };
  const head = useQuery(batchesDocument, headVariables, { enabled: isHeard });
  const [changes, setChanges] = useState<ReadonlyMap<number, number>>(new Map());
  const rows: readonly Row[] = pages.data?.pages.flatMap(({ batches }) => batches.nodes) ?? [];
  const known = new Set(rows.map(({ databaseId }) => databaseId));
  const isByState = Boolean(asked.filter?.status ?? asked.filter?.workState);
  useChangedBatches((changed) => {
    setIsHeard(true);
    const ids = changed?.filter((id) => known.has(id)) ?? [];
    if (ids.length > 0) void rename(ids);
    // Rows that are known are followed, as far as they are seen. The list is asked for where it may have others, or another number of them.
    if (isHeard && (isByState || !changed?.every((id) => known.has(id)))) void head.refetch();
    if (changed) setChanges((before) => new Map([...before, ...changed.map((id) => [id, (before.get(id) ?? 0) + 1] as const)]));
  }, pages.data !== undefined);
  /** Reads the titles of rows anew, all at once. Where they can't be asked for, or are as they were, nothing changes. */
  const rename = async (ids: readonly number[]): Promise<void> => {
    const answer = await ask(batchTitlesDocument, { ids: ids.map(String) }).catch(() => null);
    const titles = new Map(answer?.batches.nodes.map(({ databaseId, title }) => [databaseId, title]));
    const isOld = ({ databaseId, title }: Row) => titles.has(databaseId) && titles.get(databaseId) !== title;
    if (!shown.some(isOld)) return;
    const renamed = ({ batches }: BatchesQuery): BatchesQuery => {
      const nodes = batches.nodes.map((row) => (isOld(row) ? { ...row, title: titles.get(row.databaseId) ?? null } : row));
      return { batches: { ...batches, nodes } };
    };
    queryClient.setQueryData(options.queryKey, (data) => data && { ...data, pages: data.pages.map(renamed) });
    queryClient.setQueryData<BatchesQuery>(keyOf(batchesDocument, headVariables), (data) => data && renamed(data));
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
    /** How often it was told of each batch that it has changed. */
    changes,
    newer: newer.length,
    pages,
  };
}
