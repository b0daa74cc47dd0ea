/** A batch, and what it re-processed the recipes of. */
interface Link {
  readonly databaseId: number;
  readonly previous?: Link | null;
}

/** The batches of a chain, the first at the front. @param last null while it is loaded */
export function chainOf(last: Link | null): readonly number[] {
  const ids: number[] = [];
  for (let link: Link | null | undefined = last; link; link = link.previous) ids.unshift(link.databaseId);
  return ids;
}
