import { useQuery } from "../../api/useQuery.js";
import { ErrorNotice } from "../../parts/Notice.js";
import { ProgressBar } from "../../parts/ProgressBar.js";
import { StateBadge } from "../../parts/StateBadge.js";
import { Time } from "../../parts/Time.js";
import { useLiveRow } from "../../parts/useLiveRow.js";
import { texts } from "../../texts.js";
import { type TypeBatch, typeBatchesDocument } from "./documents.js";

const t = texts.recipeType;
/** The latest batches that are shown; the list of batches has all of them. */
const most = 8;

/** The latest batches of the type. */
export function BatchesPart({ id, name }: { readonly id: string; readonly name: string }) {
  const { data, error, refetch } = useQuery(typeBatchesDocument, { id, first: most });
  const found = data?.batches;
  return (
    <section>
      <h2>{texts.batches.title}</h2>
      {error ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : found?.totalCount === 0 ? (
        <p>
          {t.noBatches} <a href={`/console/batches/new?type=${id}`}>{texts.batches.create}</a>
        </p>
      ) : found ? (
        <>
          <ul class="recipeTypeBatches bare">
            {found.nodes.map((batch) => (
              <BatchLine key={batch.databaseId} batch={batch} />
            ))}
          </ul>
          {found.totalCount > most && <a href={`/?type=${encodeURIComponent(name)}`}>{t.allBatches(found.totalCount)}</a>}
        </>
      ) : (
        <span class="skeleton" />
      )}
    </section>
  );
}

function BatchLine({ batch }: { readonly batch: TypeBatch }) {
  const { element, progress } = useLiveRow<HTMLLIElement>(batch);
  const { databaseId, title, created } = batch;
  return (
    <li ref={element}>
      <a href={`/console/batches/${databaseId}`}>{title || texts.batches.untitled}</a>
      <StateBadge progress={progress} />
      <ProgressBar made={progress.percent ?? null} work={progress.work} />
      <Time at={created} />
    </li>
  );
}
