import { useMemo, useState } from "preact/hooks";
import { ErrorNotice, Notice } from "../../parts/Notice.js";
import { SameElsewhere } from "../../parts/SameElsewhere.js";
import { type Address, useAddress } from "../../parts/useAddress.js";
import { useTitle } from "../../parts/useTitle.js";
import { texts } from "../../texts.js";
import { BatchTable } from "./BatchTable.js";
import { batchesDocument } from "./documents.js";
import { Filters } from "./Filters.js";
import { askedFor, headSize, isFiltered, noFilters } from "./listAddress.js";
import { visitOf } from "./pagesOf.js";
import { SelectionBar } from "./SelectionBar.js";
import { useBatches } from "./useBatches.js";
import "./batches.css";

const t = texts.batches;

/** The list of batches: what re-processes what, and how far it is. */
export function Batches() {
  useTitle(t.title);
  const address = useAddress();
  const asked = useMemo(() => askedFor(address), [address]);
  const { rows, total, newer, pages } = useBatches(asked, useMemo(visitOf, [address]));
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const failure = pages.error && (
    <ErrorNotice error={pages.error} retry={() => void (pages.isFetchNextPageError ? pages.fetchNextPage() : pages.refetch())} />
  );
  const users = rows.map(({ event }) => event.description.user);
  const creators = [...new Set(users.filter((user) => typeof user === "string"))];
  const selectedRows = rows.filter(({ databaseId }) => selected.has(databaseId));
  return (
    <>
      <div class="pageHead">
        <h1>{t.title}</h1>
        <a class="button primary" href="/console/batches/new">
          {t.create}
        </a>
      </div>
      <Filters address={address} creators={creators} />
      {!pages.isFetchNextPageError && failure}
      {failure && !pages.data ? null : pages.data && rows.length === 0 ? (
        <NoBatches address={address} />
      ) : (
        <>
          {selectedRows.length > 0 && <SelectionBar rows={selectedRows} onClear={() => setSelected(new Set())} />}
          <p class="quiet numbers listCount" role="status">
            {pages.data ? t.total(rows.length, total) : texts.loading}
            {newer > 0 && (
              <button type="button" onClick={() => void pages.refetch()}>
                {t.newer(newer)}
              </button>
            )}
          </p>
          <BatchTable
            address={address}
            rows={pages.data ? rows : null}
            selected={selected}
            onSelect={setSelected}
            more={pages.hasNextPage && !pages.isFetchNextPageError ? () => !pages.isFetchingNextPage && void pages.fetchNextPage() : null}
          />
        </>
      )}
      {pages.isFetchNextPageError && failure}
      {pages.data && <SameElsewhere document={batchesDocument} variables={{ ...asked, first: headSize }} rest="/batches/" />}
    </>
  );
}

const NoBatches = ({ address }: { readonly address: Address }) =>
  isFiltered(address) ? (
    <Notice says={t.noneMatches}>
      <button type="button" onClick={() => address.change(noFilters)}>
        {t.filters.clear}
      </button>
    </Notice>
  ) : (
    <Notice says={t.none}>
      <p class="quiet">{t.noneNext}</p>
      <a class="button primary" href="/console/batches/new">
        {t.create}
      </a>
    </Notice>
  );
