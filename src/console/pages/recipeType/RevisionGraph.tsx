import { useMemo, useState } from "preact/hooks";
import { type ComparedGraph, type ComparedJob, compareGraphs, type JobChange } from "../../parts/graph/compareGraphs.js";
import type { JobMark } from "../../parts/graph/drawnGraph.js";
import { JobGraph, MarkLegend } from "../../parts/graph/JobGraph.js";
import { useRevisionGraphs } from "../../parts/graph/useRevisionGraphs.js";
import { ErrorNotice } from "../../parts/Notice.js";
import type { Address } from "../../parts/useAddress.js";
import { texts } from "../../texts.js";
import type { RecipeTypePage } from "./documents.js";

const t = texts.recipeType;
const markOf = (change: JobChange): JobMark | null => (change === "SAME" ? null : change);

interface Props {
  readonly id: string;
  /** Null while it is loaded. */
  readonly recipeType: RecipeTypePage | null;
  /** Has the revision that is shown, and the one that it is compared with. */
  readonly address: Address;
}

/** The graph of a revision, or the difference between two in one picture. */
export function RevisionGraph({ id, recipeType, address }: Props) {
  const [pressed, setPressed] = useState<string | null>(null);
  const shown = Number(address.get("revision")) || (recipeType?.revisionNum ?? 0);
  const against = Number(address.get("against")) || null;
  const { graphs, error, refetch } = useRevisionGraphs(id, [shown, ...(against ? [against] : [])], recipeType !== null);
  const compared = useMemo(() => {
    const later = graphs?.get(shown);
    const earlier = against ? graphs?.get(against) : later;
    return later && earlier && compareGraphs(earlier, later);
  }, [graphs, shown, against]);
  const revisions = recipeType?.revisions ?? [];
  const choice = (name: "revision" | "against", label: string, value: number | null, none: string | null) => (
    <label>
      {label}{" "}
      <select value={value ?? ""} onChange={({ currentTarget }) => address.change({ [name]: currentTarget.value })}>
        {none && <option value="">{none}</option>}
        {revisions.map((revision) => (
          <option key={revision.revisionNum} value={revision.revisionNum}>
            {t.revisionOption(revision.revisionNum, revision.revisionNum === recipeType?.revisionNum)}
          </option>
        ))}
      </select>
    </label>
  );
  const job = compared?.jobs.find((candidate) => candidate.job.name === pressed);
  return (
    <section>
      <h2>{t.graph}</h2>
      <div class="row">
        {choice("revision", t.shownRevision, shown, null)}
        {revisions.length > 1 && choice("against", t.comparedWith, against, t.nothing)}
      </div>
      {error ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : compared ? (
        <>
          {against && <p role="status">{differenceInWords(compared)}</p>}
          <JobGraph
            label={against ? t.differenceLabel(against, shown) : t.graphLabel(shown)}
            jobs={compared.jobs.map(({ job: { name, jobType }, change, earlierJobType }) => ({
              name,
              jobType,
              mark: markOf(change),
              note: earlierJobType ? texts.graph.was(earlierJobType.version) : undefined,
              isPressed: name === pressed,
            }))}
            edges={compared.edges.map(({ from, to, change }) => ({ from, to, mark: markOf(change) }))}
            onPress={(name) => setPressed(name === pressed ? null : name)}
          />
          {against && <MarkLegend marks={["ADDED", "REMOVED", "CHANGED"]} />}
          {job ? <JobInWords compared={job} /> : <p class="quiet">{t.pressJob}</p>}
        </>
      ) : graphs ? (
        <p>{t.noSuchRevision}</p>
      ) : (
        <div class="skeleton recipeTypeWaiting" />
      )}
    </section>
  );
}

function differenceInWords({ jobs, edges }: ComparedGraph): string {
  const count = (change: string) => jobs.filter((job) => job.change === change).length;
  const moved = edges.filter(({ change }) => change !== "SAME").length;
  return t.difference({ added: count("ADDED"), removed: count("REMOVED"), changed: count("CHANGED"), edges: moved });
}

/** What feeds a job, and where two revisions are compared, what has changed about it. */
function JobInWords({ compared }: { readonly compared: ComparedJob }) {
  const { job, earlierJobType, newFeeds, lostFeeds } = compared;
  return (
    <div class="jobInWords card" role="status">
      <h3>{job.name}</h3>
      <p>
        {t.jobType} {job.jobType.name} {job.jobType.version}
        {earlierJobType && `, ${texts.graph.was(`${earlierJobType.name} ${earlierJobType.version}`)}`}
      </p>
      <ul>
        {job.feeds.map((feed) => (
          <li key={feed}>
            <code>{feed}</code> {newFeeds.includes(feed) && <b>{texts.graph.marks.ADDED}</b>}
          </li>
        ))}
        {lostFeeds.map((feed) => (
          <li key={feed}>
            <code>{feed}</code> <b>{texts.graph.marks.REMOVED}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
