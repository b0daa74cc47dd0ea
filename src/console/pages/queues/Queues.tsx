import { useEffect, useState } from "preact/hooks";
import { follow } from "../../api/follow.js";
import { queryClient } from "../../api/queryClient.js";
import { keyOf, useQuery } from "../../api/useQuery.js";
import { mayChange, useViewer } from "../../api/useViewer.js";
import type { WatchQueuesSubscription } from "../../generated/graphql.js";
import { ErrorNotice, Notice } from "../../parts/Notice.js";
import { SameElsewhere } from "../../parts/SameElsewhere.js";
import { Time } from "../../parts/Time.js";
import { useAddress } from "../../parts/useAddress.js";
import { useTitle } from "../../parts/useTitle.js";
import { texts } from "../../texts.js";
import { type QueuedType, queuesDocument, watchQueuesDocument } from "./documents.js";
import { JobTypeDialog } from "./JobTypeDialog.js";
import "./queues.css";

const t = texts.queues;

const queryKey = keyOf(queuesDocument, {});

/** Keeps what is told as if it had been asked for. An answer that is still on its way may be older, and is given up. */
function keep({ queues: { jobTypes, workers } }: WatchQueuesSubscription): void {
  void queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, { jobTypes: { nodes: jobTypes }, workers });
}

const headsOf = (columns: Readonly<Record<string, string>>) =>
  Object.values(columns).map((column) => (
    <th key={column} scope="col">
      {column}
    </th>
  ));

/** What waits and runs of each job type, why it is held, and who runs it. */
export function Queues() {
  useTitle(t.title);
  const address = useAddress();
  const viewer = useViewer();
  const [dialog, setDialog] = useState<{ readonly jobType: QueuedType; readonly pauses: boolean | null } | null>(null);
  const { data, error, refetch } = useQuery(queuesDocument, {});
  useEffect(() => follow(watchQueuesDocument, {}, { next: keep }), []);
  if (error && !data) return <ErrorNotice isPage error={error} retry={() => void refetch()} />;
  const isAllowed = viewer !== null && mayChange(viewer.role);
  const showsAll = address.get("idle") === "1";
  const types = data?.jobTypes.nodes ?? [];
  const shown = types.filter(
    ({ queue, isPaused, maxRunning }) => showsAll || queue.queued + queue.running > 0 || queue.lastClaim || isPaused || maxRunning,
  );
  return (
    <>
      <div class="pageHead">
        <h1>{t.title}</h1>
        <label class="inline">
          <input type="checkbox" checked={showsAll} onChange={() => address.change({ idle: showsAll ? null : "1" }, true)} />
          {t.idle(types.length)}
        </label>
      </div>
      {viewer && !isAllowed && <p class="quiet">{texts.errors.forbidden(viewer.role)}</p>}
      {!data && <span class="skeleton" />}
      {data && shown.length === 0 && (
        <Notice says={t.none}>
          <p class="quiet">{t.noneNext}</p>
        </Notice>
      )}
      {shown.length > 0 && (
        <table class="table numbers queues">
          <thead>
            <tr>
              {headsOf(t.columns)}
              {isAllowed && (
                <th scope="col">
                  <span class="unseen">{t.actions}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((jobType) => {
              const { databaseId, name, version, isPaused, maxRunning, queue } = jobType;
              const full = `${name} ${version}`;
              return (
                <tr key={databaseId}>
                  <th scope="row">
                    {name} <span class="quiet">{version}</span>
                  </th>
                  <td data-label={t.columns.queued}>{texts.number(queue.queued)}</td>
                  <td data-label={t.columns.oldest}>{queue.oldest ? <Time at={queue.oldest} /> : "–"}</td>
                  <td data-label={t.columns.running}>{t.running(queue.running, maxRunning ?? null)}</td>
                  <td data-label={t.columns.held} class={queue.held > 0 || isPaused ? "heldCell" : ""}>
                    {t.held(queue.held, isPaused, maxRunning ?? null, queue.running)}
                  </td>
                  <td data-label={t.columns.lastClaim}>{queue.lastClaim ? <Time at={queue.lastClaim} /> : t.never}</td>
                  {isAllowed && (
                    <td class="queueActions">
                      <button
                        type="button"
                        aria-label={`${isPaused ? t.resume : t.pause} ${full}`}
                        onClick={() => setDialog({ jobType, pauses: !isPaused })}
                      >
                        {isPaused ? t.resume : t.pause}
                      </button>
                      <button type="button" aria-label={`${t.limitButton} ${full}`} onClick={() => setDialog({ jobType, pauses: null })}>
                        {t.limitButton}
                      </button>
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <h2>{t.workers}</h2>
      {data?.workers.length === 0 && (
        <p>
          {t.noWorkers} <code>npm run work</code>
        </p>
      )}
      {data && data.workers.length > 0 && (
        <table class="table numbers queues workers">
          <thead>
            <tr>{headsOf(t.workerColumns)}</tr>
          </thead>
          <tbody>
            {data.workers.map(({ name, running, lastSeen }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-label={t.workerColumns.running}>{texts.number(running)}</td>
                <td data-label={t.workerColumns.seen}>
                  <Time at={lastSeen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data && <SameElsewhere document={queuesDocument} variables={{}} />}
      {dialog && <JobTypeDialog {...dialog} onClose={() => setDialog(null)} />}
    </>
  );
}
