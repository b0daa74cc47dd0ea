import { useMemo } from "preact/hooks";
import { JobGraph, MarkLegend } from "../../parts/graph/JobGraph.js";
import { readRecipeGraph } from "../../parts/graph/recipeGraph.js";
import { useRevisionGraphs } from "../../parts/graph/useRevisionGraphs.js";
import type { Draft } from "../../parts/useDraft.js";
import { texts } from "../../texts.js";
import type { BatchPlan, NewBatchType, RevisionPlan } from "./documents.js";
import { planGraph } from "./planGraph.js";
import { Remarks } from "./Remarks.js";
import type { Field, Remark } from "./remarksOf.js";

const t = texts.newBatch;

interface Props {
  /** Null while it is loaded. */
  readonly recipeType: NewBatchType | null;
  readonly plan: BatchPlan | null;
  readonly draft: Draft;
  readonly remarks: ReadonlyMap<Field, readonly Remark[]>;
}

/** Which jobs run again even where nothing has changed, chosen in the graph that shows what becomes of each. */
export function JobsPart({ recipeType, plan, draft, remarks }: Props) {
  const revisions = plan?.plan ?? [];
  const shown = revisionShown(revisions, Number(draft.get("rev")));
  const planned = [...new Set(revisions.map(({ revisionNum }) => revisionNum))].sort((a, b) => a - b);
  const { graphs } = useRevisionGraphs(String(recipeType?.databaseId), planned, recipeType !== null && planned.length > 0);
  const earlier = graphs?.get(shown?.revisionNum ?? 0) ?? null;
  const current = useMemo(() => readRecipeGraph(recipeType?.definition ?? {}), [recipeType]);
  const isAll = draft.get("all") === "1";
  const forced = draft.list("jobs");
  const toggle = (name: string) => {
    if (isAll || !current.some((job) => job.name === name)) return;
    const next = forced.includes(name) ? forced.filter((other) => other !== name) : [...forced, name];
    draft.change({ jobs: next.join(",") });
  };
  const { jobs, edges } = planGraph(current, earlier, shown?.jobs ?? [], isAll ? null : new Set(forced));
  return (
    <section>
      <h2>{t.jobs}</h2>
      <p class="quiet">{t.jobsHint}</p>
      <div class="row">
        <label>
          <input
            type="checkbox"
            checked={isAll}
            onChange={({ currentTarget }) => draft.change({ all: currentTarget.checked ? "1" : null })}
          />{" "}
          {t.allJobs}
        </label>
        {revisions.length > 1 && (
          <label>
            {t.forRevision}{" "}
            <select value={shown?.revisionNum} onChange={({ currentTarget }) => draft.change({ rev: currentTarget.value })}>
              {revisions.map(({ revisionNum, recipeCount }) => (
                <option key={revisionNum} value={revisionNum}>
                  {t.revisionOption(revisionNum, recipeCount)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {recipeType ? (
        <JobGraph
          label={t.graph}
          jobs={jobs.map((job) => ({ ...job, note: job.replaces === null ? undefined : texts.graph.replaces(job.replaces) }))}
          edges={edges}
          onPress={toggle}
        />
      ) : (
        <div class="skeleton newBatchWaiting" />
      )}
      {shown ? <MarkLegend marks={["KEEP", "RERUN", "ADD", "REMOVE"]} /> : <p class="quiet">{plan ? t.nothingMarked : texts.loading}</p>}
      {forced
        .filter((name) => recipeType && !isAll && !current.some((job) => job.name === name))
        .map((name) => (
          <button key={name} type="button" onClick={() => draft.change({ jobs: forced.filter((other) => other !== name).join(",") })}>
            {t.dropJob(name)}
          </button>
        ))}
      <Remarks of="jobs" remarks={remarks} />
    </section>
  );
}

/** The revision that is asked for, or the one of most recipes. */
const revisionShown = (revisions: readonly RevisionPlan[], asked: number): RevisionPlan | undefined =>
  revisions.find(({ revisionNum }) => revisionNum === asked) ?? [...revisions].sort((a, b) => b.recipeCount - a.recipeCount)[0];
