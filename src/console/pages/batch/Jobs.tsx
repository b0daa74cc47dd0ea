import { useInfiniteQuery } from "@tanstack/preact-query";
import { ask } from "../../api/ask.js";
import type { JobStatus } from "../../generated/graphql.js";
import { Disclosure } from "../../parts/Disclosure.js";
import { ErrorNotice } from "../../parts/Notice.js";
import { useAddress } from "../../parts/useAddress.js";
import { texts } from "../../texts.js";
import { jobsPageDocument, type ListedJob } from "./documents.js";
import { Executions } from "./Executions.js";

const t = texts.batch.jobs;
const statuses = ["QUEUED", "RUNNING", "COMPLETED", "FAILED", "BLOCKED", "PENDING", "CANCELED"] as const satisfies readonly JobStatus[];

/** The jobs of a batch, by their status; which, and which of them are open, stands in the address. */
export function Jobs({ databaseId }: { readonly databaseId: number }) {
  const address = useAddress();
  const status = statuses.find((one) => one === address.get("jobs")) ?? null;
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["jobs", databaseId, status],
    queryFn: ({ pageParam, signal }) =>
      ask(jobsPageDocument, { id: String(databaseId), status: status && [status], after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ batch }) => (batch?.jobs.pageInfo.hasNextPage ? batch.jobs.pageInfo.endCursor : null),
    placeholderData: (before) => before,
  });
  const jobs = data?.pages.flatMap(({ batch }) => batch?.jobs.nodes ?? []);
  return (
    <section aria-labelledby="jobs">
      <div class="sectionHead">
        <h2 id="jobs">{t.title}</h2>
        <label class="inline">
          <span class="quiet">{t.status}</span>
          <select value={status ?? ""} onChange={({ currentTarget }) => address.change({ jobs: currentTarget.value }, true)}>
            <option value="">{t.any}</option>
            {statuses.map((one) => (
              <option key={one} value={one}>
                {texts.jobStatus[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => void refetch()}>
          {t.refresh}
        </button>
      </div>
      {error && <ErrorNotice error={error} retry={() => void refetch()} />}
      {!jobs && !error && <span class="skeleton" />}
      {jobs?.length === 0 && <p class="quiet">{status ? t.noneOfStatus : t.none}</p>}
      {jobs?.map(({ job, isOriginal }) => (
        <JobLine
          key={job.databaseId}
          job={job}
          isKept={!isOriginal}
          isOpen={address.get("job") === String(job.databaseId)}
          onToggle={(isOpen) => address.change({ job: isOpen ? String(job.databaseId) : null }, true)}
        />
      ))}
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {texts.batches.more}
        </button>
      )}
    </section>
  );
}

interface LineProps {
  readonly job: ListedJob;
  readonly isKept: boolean;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

const JobLine = ({ job, isKept, isOpen, onToggle }: LineProps) => (
  <Disclosure
    class="job"
    isOpen={isOpen}
    onToggle={onToggle}
    summary={
      <span class="jobLine">
        <span>
          {job.jobType.name} <span class="quiet">{job.jobType.version}</span>
        </span>
        <span data-status={job.status}>{texts.jobStatus[job.status]}</span>
        <span class="quiet numbers">
          #{job.databaseId}
          {isKept && ` · ${t.kept}`}
          {job.numExes > 1 && ` · ${t.tries(job.numExes)}`}
          {job.started && job.ended && ` · ${texts.time.duration((Date.parse(job.ended) - Date.parse(job.started)) / 1000)}`}
        </span>
        {job.held && <span class="quiet">{texts.batch.executions.held(job.held)}</span>}
      </span>
    }
  >
    {() => <Executions databaseId={job.databaseId} />}
  </Disclosure>
);
