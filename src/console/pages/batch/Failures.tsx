import { useQuery } from "../../api/useQuery.js";
import { Disclosure } from "../../parts/Disclosure.js";
import { ErrorNotice } from "../../parts/Notice.js";
import { texts } from "../../texts.js";
import { type FailedJob, failedJobsDocument } from "./documents.js";
import { Executions } from "./Executions.js";

const t = texts.batch.failures;

interface Group {
  readonly key: string;
  readonly reason: string;
  readonly jobType: string;
  readonly message: string;
  readonly jobs: FailedJob[];
}

/** Jobs that failed at the same for the same reason stand together, the most frequent first. */
function groupsOf(jobs: readonly FailedJob[]): Group[] {
  const groups = new Map<string, Group>();
  for (const job of jobs) {
    const jobType = `${job.jobType.name} ${job.jobType.version}`;
    const reason = job.error?.title ?? job.error?.name ?? t.unknown;
    const key = `${reason} ${jobType}`;
    const group = groups.get(key) ?? {
      key,
      reason,
      jobType,
      message: job.executions.at(-1)?.message ?? job.error?.description ?? "",
      jobs: [],
    };
    group.jobs.push(job);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.jobs.length - a.jobs.length);
}

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
      {groupsOf(jobs?.nodes.map(({ job }) => job) ?? []).map((group) => (
        <details key={group.key} class="failure">
          <summary>
            <strong class="numbers">{texts.count.jobs(group.jobs.length)}</strong> {t.of(group.jobType)}{" "}
            <span class="danger">{group.reason}</span>
            {group.message && <span class="failureMessage quiet">{group.message}</span>}
          </summary>
          {group.jobs.slice(0, 20).map(({ databaseId: job }) => (
            <Disclosure key={job} class="job" summary={t.job(job)}>
              {() => <Executions databaseId={job} />}
            </Disclosure>
          ))}
          {group.jobs.length > 20 && (
            <p>
              <a href={`/console/batches/${databaseId}?jobs=FAILED#jobs`}>{t.all}</a>
            </p>
          )}
        </details>
      ))}
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
