import { mayChange, useViewer } from "../../api/useViewer.js";
import { ErrorNotice } from "../../parts/Notice.js";
import type { Address } from "../../parts/useAddress.js";
import type { Draft } from "../../parts/useDraft.js";
import { texts } from "../../texts.js";
import { definedIn, unreadableIn } from "./batchInput.js";
import type { BatchPlan, RevisionPlan } from "./documents.js";
import { Remarks } from "./Remarks.js";
import type { Field, Remark } from "./remarksOf.js";
import { useCreate } from "./useCreate.js";
import type { usePlan } from "./usePlan.js";

const t = texts.newBatch;

interface Props {
  readonly address: Address;
  readonly draft: Draft;
  readonly planned: ReturnType<typeof usePlan>;
  readonly remarks: ReadonlyMap<Field, readonly Remark[]>;
}

/** What the batch would do, in words, and the button that has it do that. */
export function PlanPart({ address, draft, planned, remarks }: Props) {
  const { plan, isOld, error, refetch } = planned;
  const viewer = useViewer();
  const { mutate: create, isPending, data: created, error: createError } = useCreate();
  const refusals = created?.errors ?? [];
  const isShown = plan !== null && !isOld && draft.isSettled;
  const isUnreadable = unreadableIn(draft).length > 0;
  const isForbidden = viewer !== null && !mayChange(viewer.role);
  const submit = () => {
    const [title, description] = [address.get("title"), address.get("description")];
    const input = { ...definedIn(address), ...(title && { title }), ...(description && { description }) };
    create({ input, planToken: plan?.planToken ?? null }, { onSettled: () => refetch() });
  };
  return (
    <aside class="newBatchPlan card" aria-labelledby="plan">
      <h2 id="plan">{t.plan}</h2>
      <div role="status" aria-busy={!isShown} class={isShown ? undefined : "newBatchOld"}>
        {error ? (
          <ErrorNotice error={error} retry={() => void refetch()} />
        ) : plan ? (
          <PlanInWords plan={plan} />
        ) : (
          <span class="skeleton" />
        )}
        <Remarks of="all" remarks={remarks} />
      </div>
      <button
        type="button"
        class="primary newBatchCreate"
        disabled={!isShown || !plan.valid || isUnreadable || isPending || isForbidden}
        onClick={submit}
      >
        {isPending ? t.creating : t.create(isShown ? plan.recipeCount : null)}
      </button>
      {viewer && isForbidden && <p class="quiet">{texts.errors.forbidden(viewer.role)}</p>}
      {createError && <ErrorNotice error={createError} />}
      {refusals.length > 0 && (
        <ul class="remarks bare" role="alert">
          {refusals.map(({ code, message }) => (
            <li key={message} data-error>
              {code === "CONFLICT" ? t.hasChanged(message) : message}
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

function PlanInWords({ plan }: { readonly plan: BatchPlan }) {
  if (!plan.valid) return <p>{t.invalid}</p>;
  return (
    <>
      <p class="newBatchCount numbers">{t.recipes(plan.recipeCount ?? 0)}</p>
      <ul class="newBatchRevisions">
        {plan.plan.map((revision) => (
          <li key={revision.revisionNum}>
            {texts.recipeTypes.revision(revision.revisionNum)}, {texts.count.recipes(revision.recipeCount)}:{" "}
            {revision.canReprocess ? t.actions(countsOf(revision)) : t.cannot}
          </li>
        ))}
      </ul>
      <p>{t.newJobs(newJobs(plan.plan))}</p>
    </>
  );
}

const countsOf = ({ jobs }: RevisionPlan) => {
  const count = (action: RevisionPlan["jobs"][number]["action"]) => jobs.filter((job) => job.action === action).length;
  return { KEEP: count("KEEP"), RERUN: count("RERUN"), ADD: count("ADD"), REMOVE: count("REMOVE") };
};

/** How many jobs the batch would make in all. */
const newJobs = (plan: readonly RevisionPlan[]): number =>
  plan
    .filter(({ canReprocess }) => canReprocess)
    .reduce((sum, revision) => {
      const { RERUN, ADD } = countsOf(revision);
      return sum + revision.recipeCount * (RERUN + ADD);
    }, 0);
