/**
 * Does something with each of many, 100 at a time unless told otherwise: as many files may be open. One that fails keeps none of the others
 * back.
 * @throws the first error, once all are through
 */
export async function inChunks<Item>(items: readonly Item[], use: (item: Item) => Promise<void>, size = 100): Promise<void> {
  const failures: PromiseRejectedResult[] = [];
  for (let i = 0; i < items.length; i += size) {
    const ends = await Promise.allSettled(items.slice(i, i + size).map(use));
    failures.push(...ends.filter((end) => end.status === "rejected"));
  }
  if (failures[0]) throw failures[0].reason;
}
