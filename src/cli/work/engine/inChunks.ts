const size = 100;

/** Does something with each of many, 100 at a time: as many files may be open. */
export async function inChunks<Item>(items: readonly Item[], use: (item: Item) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += size) await Promise.all(items.slice(i, i + size).map(use));
}
