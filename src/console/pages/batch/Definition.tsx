import { Time } from "../../parts/Time.js";
import { texts } from "../../texts.js";
import type { BatchDetails } from "./documents.js";

const t = texts.batch.definition;

const bound = (word: string, at: string | null | undefined) =>
  at && (
    <>
      {" "}
      {word} <Time at={at} isAbsolute />
    </>
  );

/** What the batch re-processes, in words, and who asked for it. */
export function Definition({ batch, onLimit }: { readonly batch: BatchDetails; readonly onLimit: (() => void) | null }) {
  const { definition, limits, recipeType, created, event, description, retryOf } = batch;
  const { dateRange } = definition;
  const user = event.description.user;
  return (
    <section aria-labelledby="definition">
      <h2 id="definition">{t.title}</h2>
      {description && <p class="description">{description}</p>}
      <dl class="facts">
        <dt>{t.recipes}</dt>
        <dd>
          {t.of}{" "}
          <a href={`/console/recipe-types/${recipeType.databaseId}`}>
            {recipeType.title || recipeType.name} {recipeType.version}
          </a>
          , {dateRange ? t.range[dateRange.type] : t.always}
          {bound(t.from, dateRange?.started)}
          {bound(t.to, dateRange?.ended)}
        </dd>
        <dt>{t.jobs}</dt>
        <dd>{definition.allJobs ? t.allJobs : definition.jobNames?.length ? t.namedJobs(definition.jobNames) : t.changedJobs}</dd>
        {typeof definition.priority === "number" && (
          <>
            <dt>{t.priority}</dt>
            <dd class="numbers">{definition.priority}</dd>
          </>
        )}
        <dt>{t.limits}</dt>
        <dd>
          {t.limitsAre(limits.maxRunningJobs ?? null, limits.stopAfterFailedJobs ?? null)}{" "}
          {onLimit && (
            <button type="button" class="plain" onClick={onLimit}>
              {t.change}
            </button>
          )}
        </dd>
        <dt>{t.asked}</dt>
        <dd>
          {typeof user === "string" ? user : ""} <Time at={created} />
        </dd>
        {retryOf && (
          <>
            <dt>{t.retryOf}</dt>
            <dd>
              <a href={`/console/batches/${retryOf.databaseId}`}>
                {retryOf.title || texts.batches.untitled} #{retryOf.databaseId}
              </a>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
