import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { ActionDialog } from "../../actions/ActionDialog.js";
import { type BatchAction, isPossible } from "../../actions/batchActions.js";
import { LimitsDialog } from "../../actions/LimitsDialog.js";
import { useChangedBatches } from "../../api/useChangedBatches.js";
import { useQuery } from "../../api/useQuery.js";
import { mayChange, useViewer } from "../../api/useViewer.js";
import { isOver } from "../../api/watchBatch.js";
import { ErrorNotice, Notice } from "../../parts/Notice.js";
import { SameElsewhere } from "../../parts/SameElsewhere.js";
import { StateBadge } from "../../parts/StateBadge.js";
import { useShortcut } from "../../parts/shortcuts.js";
import { Time } from "../../parts/Time.js";
import { useTitle } from "../../parts/useTitle.js";
import { texts } from "../../texts.js";
import { Definition } from "./Definition.js";
import { type BatchDetails, batchPageDocument } from "./documents.js";
import { Failures } from "./Failures.js";
import { Halves } from "./Halves.js";
import { History } from "./History.js";
import { Jobs } from "./Jobs.js";
import { JobsChart } from "./JobsChart.js";
import { useProgress } from "./useProgress.js";
import "./batch.css";

const t = texts.batch;

/** One batch: how far it is, what failed and why, and what can be done about it. */
export function Batch() {
  const { params } = useRoute();
  const id = params.id ?? "";
  const isId = /^\d{1,10}$/.test(id);
  const { data, error, refetch } = useQuery(batchPageDocument, { id }, { enabled: isId });
  useTitle(data?.batch?.title || t.name(id));
  if (error && !data) return <ErrorNotice isPage error={error} retry={() => void refetch()} />;
  if (!isId || data?.batch === null)
    return (
      <Notice isPage says={t.notFound(id)}>
        <a href="/">{texts.shell.toBatches}</a>
      </Notice>
    );
  if (!data?.batch)
    return (
      <div class="batchPage" aria-busy="true">
        <h1 class="pageHead">{t.name(id)}</h1>
        {[1, 2, 3, 4].map((line) => (
          <span key={line} class="skeleton" />
        ))}
      </div>
    );
  return <Loaded key={data.batch.databaseId} batch={data.batch} refetch={() => void refetch()} />;
}

const actions: readonly BatchAction[] = ["pause", "resume", "requeue", "retry", "cancel"];

function Loaded({ batch, refetch }: { readonly batch: BatchDetails; readonly refetch: () => void }) {
  const { databaseId, title, recipeType, stalledSince } = batch;
  const { progress, samples } = useProgress(databaseId, batch.progress, refetch);
  // A batch that is over is followed no longer, and may move again.
  const hasEnded = isOver(progress);
  useChangedBatches((changed) => (changed?.includes(databaseId) ?? true) && refetch(), hasEnded);
  const [dialog, setDialog] = useState<BatchAction | "limits" | null>(null);
  const viewer = useViewer();
  const { route } = useLocation();
  const isAllowed = viewer !== null && mayChange(viewer.role);
  const offer = (action: BatchAction) => isAllowed && isPossible(action, progress) && setDialog(action);
  useShortcut("p", texts.shortcuts.pauseOrResume, () => offer(isPossible("pause", progress) ? "pause" : "resume"));
  useShortcut("c", texts.shortcuts.cancel, () => offer("cancel"));
  useShortcut("r", texts.shortcuts.requeue, () => offer("requeue"));
  useShortcut("t", texts.shortcuts.retry, () => offer("retry"));
  useShortcut("l", texts.shortcuts.limits, () => isAllowed && setDialog("limits"));
  const { failed, work } = progress;
  const hasMoved = progress.created + failed > batch.progress.created + batch.progress.failed;
  return (
    <div class="batchPage">
      <div class="pageHead">
        <div>
          <h1>
            {title || texts.batches.untitled} <span class="quiet numbers">#{databaseId}</span>
          </h1>
          <p class="batchSub" role="status">
            <StateBadge progress={progress} />
            <a href={`/console/recipe-types/${recipeType.databaseId}`}>
              {recipeType.name} {recipeType.version}
            </a>
          </p>
        </div>
        <div class="batchActions">
          {isAllowed &&
            actions
              .filter((action) => isPossible(action, progress))
              .map((action) => (
                <button key={action} type="button" class={action === "cancel" ? "danger" : ""} onClick={() => setDialog(action)}>
                  {texts.actions[action].button}
                </button>
              ))}
          {viewer && !isAllowed && <span class="quiet">{texts.errors.forbidden(viewer.role)}</span>}
        </div>
      </div>
      {stalledSince && !hasMoved && (
        <p class="warning">
          {t.stalled} <Time at={stalledSince} />.
        </p>
      )}
      <Halves progress={progress} samples={samples} />
      <JobsChart databaseId={databaseId} total={work.jobs.total} samples={samples} />
      <Failures databaseId={databaseId} count={failed + work.jobs.failed} />
      <div class="batchColumns">
        <Definition batch={batch} onLimit={isAllowed ? () => setDialog("limits") : null} />
        <History batch={batch} />
      </div>
      <Jobs databaseId={databaseId} />
      <SameElsewhere document={batchPageDocument} variables={{ id: String(databaseId) }} rest={`/batches/${databaseId}/`} />
      {dialog === "limits" && <LimitsDialog databaseId={databaseId} limits={batch.limits} onClose={() => setDialog(null)} />}
      {dialog && dialog !== "limits" && (
        <ActionDialog
          action={dialog}
          targets={[{ databaseId, progress }]}
          onClose={() => setDialog(null)}
          onDone={(made) => made !== null && route(`/console/batches/${made}`)}
        />
      )}
    </div>
  );
}
