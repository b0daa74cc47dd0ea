import { useQuery } from "../../api/useQuery.js";
import { ErrorNotice, Notice } from "../../parts/Notice.js";
import { SameElsewhere } from "../../parts/SameElsewhere.js";
import type { Address } from "../../parts/useAddress.js";
import { useDraft } from "../../parts/useDraft.js";
import { texts } from "../../texts.js";
import { definedIn, isBackward, unreadableIn } from "./batchInput.js";
import { newBatchTypeDocument, planDocument } from "./documents.js";
import { JobsPart } from "./JobsPart.js";
import { OptionsPart } from "./OptionsPart.js";
import { PlanPart } from "./PlanPart.js";
import { RangePart } from "./RangePart.js";
import { Remarks } from "./Remarks.js";
import { remarksOf } from "./remarksOf.js";
import { usePlan } from "./usePlan.js";

const t = texts.newBatch;

/** The second step: what the batch is to do, beside what the gateway says that it would. */
export function DefineBatch({ address }: { readonly address: Address }) {
  const draft = useDraft(address);
  const { data, error, refetch } = useQuery(newBatchTypeDocument, { id: address.get("type") });
  const planned = usePlan(address);
  const change = address.with({ type: null, jobs: null, rev: null });
  if (error && !data) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (data && !data.recipeType) {
    return (
      <Notice says={t.noSuchType}>
        <a href={change}>{t.chooseType}</a>
      </Notice>
    );
  }
  const recipeType = data?.recipeType;
  const remarks = remarksOf(planned.plan ?? {}, [
    ...unreadableIn(draft).map((field) => [field, { text: t.notInteger, isError: true }] as const),
    ...(isBackward(draft) ? [["range", { text: t.backward, isError: false }] as const] : []),
  ]);
  return (
    <div class="newBatch">
      <div class="newBatchParts">
        <section>
          <h2>{t.type}</h2>
          {recipeType ? (
            <p class="newBatchType row">
              <a href={`/console/recipe-types/${recipeType.databaseId}`}>
                {recipeType.name} {recipeType.version}
              </a>
              <span class="quiet">
                {recipeType.title && `${recipeType.title} · `}
                {texts.recipeTypes.revision(recipeType.revisionNum)}
              </span>
              <a class="button" href={change}>
                {t.changeType}
              </a>
            </p>
          ) : (
            <span class="skeleton" />
          )}
          <Remarks of="type" remarks={remarks} />
        </section>
        <JobsPart recipeType={recipeType ?? null} plan={planned.plan} draft={draft} remarks={remarks} />
        <RangePart address={address} draft={draft} remarks={remarks} />
        <OptionsPart draft={draft} remarks={remarks} />
      </div>
      <PlanPart address={address} draft={draft} planned={planned} remarks={remarks} />
      <SameElsewhere document={planDocument} variables={{ input: definedIn(address) }} rest={`/recipe-types/${address.get("type")}/`} />
    </div>
  );
}
