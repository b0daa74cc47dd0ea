import { useQuery } from "../../api/useQuery.js";
import { Disclosure } from "../../parts/Disclosure.js";
import { ErrorNotice } from "../../parts/Notice.js";
import { texts } from "../../texts.js";
import { type FailedJob, failedJobsDocument } from "./documents.js";
import { Executions } from "./Executions.js";

const t = texts.batch.failures;

const reasonOf = ({ error }: FailedJob): string => error?.title ?? error?.name ?? t.unknown;
const typeOf = ({ jobType }: FailedJob): string => `${jobType.name} ${jobType.version}`;
const messageOf = ({ executions, error }: FailedJob): string => executions.at(-1)?.message ?? error?.description ?? "";

/** Jobs that failed at the same for the same reason stand together, the most frequent first. */
const groupsOf = (jobs: readonly FailedJob[]) =>
  [...Map.groupBy(jobs, (job) => `${reasonOf(job)} ${typeOf(job)}`)].sort(([, a], [, b]) => b.length - a.length);

interface Props {
  readonly databaseId: number;
  /** Failed jobs and recipes, by the progress: the list is asked for anew when there are more. */
  readonly count: number;
}

/** What failed and why. */
export function Failures({ databaseId, count }: Props) {
  const { data, error, refetch } = useQuery(failedJobsDocument, { id: String(databaseId) }, { enabled: count > 0, staleTime: 0 });
  if (count === 0) return null;
  if (error && !data) return <ErrorNotice error={error} retry={() => void refetch()} />;
  const { jobs, recipes } = data?.batch ?? {};
  const known = (jobs?.totalCount ?? 0) + (recipes?.totalCount ?? 0);
  const reasons = Map.groupBy(recipes?.nodes ?? [], ({ failure }) => failure?.message ?? t.unknown);
  return (
    <section aria-labelledby="failures">
      <div class="sectionHead">
        <h2 id="failures">{t.title}</h2>
        {data && known < count && (
          <button type="button" onClick={() => void refetch()}>
            {t.more(count - known)}
          </button>
        )}
      </div>
      {!data && <span class="skeleton" />}
      {jobs && jobs.nodes.length < jobs.totalCount && <p class="quiet">{t.first(jobs.nodes.length, jobs.totalCount)}</p>}
      {groupsOf(jobs?.nodes.map(({ job }) => job) ?? []).map(([key, group]) => {
        const [first] = group as [FailedJob];
        return (
          <details key={key} class="failure">
            <summary>
              <strong class="numbers">{texts.count.jobs(group.length)}</strong> {t.of(typeOf(first))}{" "}
              <span class="danger">{reasonOf(first)}</span>
              {messageOf(first) && <span class="failureMessage quiet">{messageOf(first)}</span>}
            </summary>
            {group.slice(0, 20).map(({ databaseId: job }) => (
              <Disclosure key={job} class="job" summary={t.job(job)}>
                {() => <Executions databaseId={job} />}
              </Disclosure>
            ))}
            {group.length > 20 && (
              <p>
                <a href={`/console/batches/${databaseId}?jobs=FAILED#jobs`}>{t.all}</a>
              </p>
            )}
          </details>
        );
      })}
      {[...reasons].map(([reason, nodes]) => (
        <details key={reason} class="failure">
          <summary>
            <strong class="numbers">{texts.count.recipes(nodes.length)}</strong> {t.notMade}{" "}
            <span class="danger">{nodes[0]?.failure?.code}</span>
            <span class="failureMessage quiet">{reason}</span>
          </summary>
          <p>{texts.list(nodes.slice(0, 100).map(({ supersededRecipe }) => `#${supersededRecipe?.databaseId ?? "?"}`))}</p>
        </details>
      ))}
    </section>
  );
}
