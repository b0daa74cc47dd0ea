import type { ComparedJob } from "../../parts/graph/compareGraphs.js";
import { texts } from "../../texts.js";

const t = texts.recipeType;

/** What feeds a job, and where two revisions are compared, what has changed about it. */
export function JobInWords({ compared }: { readonly compared: ComparedJob }) {
  const { job, earlierJobType, newFeeds, lostFeeds } = compared;
  return (
    <div class="jobInWords" role="status">
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
