import { useQuery } from "../../api/useQuery.js";
import { ErrorNotice } from "../../parts/Notice.js";
import { Time } from "../../parts/Time.js";
import { texts } from "../../texts.js";
import { executionsDocument } from "./documents.js";

const t = texts.batch.executions;

/** The attempts at a job, the latest first, each with the end of its log. */
export function Executions({ databaseId }: { readonly databaseId: number }) {
  const { data, error, refetch } = useQuery(executionsDocument, { id: String(databaseId) });
  if (error && !data) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!data) return <span class="skeleton" />;
  const { job } = data;
  if (!job) return <p>{t.gone}</p>;
  return (
    <div class="executions">
      {job.held && <p>{t.held(job.held)}</p>}
      {job.executions.length === 0 && <p class="quiet">{t.none}</p>}
      {job.executions.toReversed().map(({ attempt, status, worker, claimed, ended, exitCode, message, logTail, error }) => (
        <section key={attempt} class="execution">
          <h3>
            {t.attempt(attempt)}: <span data-status={status}>{t.status[status]}</span>
          </h3>
          <p class="quiet numbers">
            {t.by(worker)} · <Time at={claimed} />
            {ended && ` · ${t.took(texts.time.duration((Date.parse(ended) - Date.parse(claimed)) / 1000))}`}
            {typeof exitCode === "number" && ` · ${t.exitCode(exitCode)}`}
            {error && ` · ${error.name}`}
          </p>
          {message && <p>{message}</p>}
          {logTail && <pre class="log">{logTail}</pre>}
        </section>
      ))}
    </div>
  );
}
