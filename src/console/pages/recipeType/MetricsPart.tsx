import { useQuery } from "../../api/useQuery.js";
import { ErrorNotice } from "../../parts/Notice.js";
import { SameElsewhere } from "../../parts/SameElsewhere.js";
import type { Address } from "../../parts/useAddress.js";
import { texts } from "../../texts.js";
import { chainDocument, chainMetricsDocument, typeBatchesDocument } from "./documents.js";
import { JobMultiple } from "./JobMultiple.js";

const t = texts.recipeType;
/** The latest batches whose chains can be chosen. */
const choices = 50;

/**
 * How the jobs of a chain of batches went: of batches each of which re-processed the recipes of the one before. One small picture for each
 * job, all on one scale of batches.
 */
export function MetricsPart({ id, address }: { readonly id: string; readonly address: Address }) {
  const batches = useQuery(typeBatchesDocument, { id, first: choices }).data?.batches.nodes;
  const latest = batches?.find(({ progress }) => progress.work.jobs.completed > 0) ?? batches?.[0];
  const asked = Number(address.get("chain")) || latest?.databaseId;
  const chain = useQuery(chainDocument, { id: String(asked) }, { enabled: asked !== undefined });
  const ids = chainOf(chain.data?.batch ?? null).map(String);
  const metrics = useQuery(chainMetricsDocument, { ids }, { enabled: ids.length > 0 });
  const error = chain.error ?? metrics.error;
  if (batches?.length === 0) return null;
  const compared = metrics.data?.compareBatches;
  const hasRun = compared?.jobs.some(({ metrics: ofBatches }) => ofBatches.some((one) => one && one.count + one.failed > 0));
  return (
    <section>
      <h2>{t.metrics}</h2>
      <p class="quiet">{t.metricsHint}</p>
      {batches && (
        <label>
          {t.chainOf}{" "}
          <select value={asked} onChange={({ currentTarget }) => address.change({ chain: currentTarget.value })}>
            {batches.map(({ databaseId, title }) => (
              <option key={databaseId} value={databaseId}>
                {t.batchOption(databaseId, title || texts.batches.untitled)}
              </option>
            ))}
          </select>
        </label>
      )}
      {error ? (
        <ErrorNotice error={error} />
      ) : compared ? (
        hasRun ? (
          <div class="multiples">
            {compared.jobs.map(({ jobName, metrics: ofBatches }) => (
              <JobMultiple key={jobName} jobName={jobName} metrics={ofBatches} batches={compared.batches} />
            ))}
          </div>
        ) : (
          <p>{t.noMetrics}</p>
        )
      ) : (
        <div key="waiting" class="skeleton recipeTypeWaiting" />
      )}
      {compared && <SameElsewhere document={chainMetricsDocument} variables={{ ids }} title={texts.elsewhere.metrics} />}
    </section>
  );
}

/** A batch, and what it re-processed the recipes of. */
interface Link {
  readonly databaseId: number;
  readonly previous?: Link | null;
}

/** The batches of a chain, the first at the front. @param last null while it is loaded */
function chainOf(last: Link | null): readonly number[] {
  const ids: number[] = [];
  for (let link: Link | null | undefined = last; link; link = link.previous) ids.unshift(link.databaseId);
  return ids;
}
