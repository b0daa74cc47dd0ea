import type { BatchProgress } from "../../api/watchBatch.js";
import { sharesOf } from "../../parts/ProgressBar.js";
import { Time } from "../../parts/Time.js";
import { texts } from "../../texts.js";
import { rateOf, type Sample } from "./useProgress.js";
import "./halves.css";

const t = texts.batch;

/** Both halves of a batch: its recipes as they are made, its jobs as they are done. */
export function Halves({ progress, samples }: { readonly progress: BatchProgress; readonly samples: readonly Sample[] }) {
  const { status, total, created, failed, percent, work } = progress;
  const { jobs } = work;
  const share = (part: number, all: number) => `${all > 0 ? (100 * part) / all : 0}%`;
  const done = sharesOf(work)?.done;
  const made = t.made.says(created, failed, total, status);
  const doneSays = t.done.says(jobs.completed, jobs.canceled, jobs.total, work.recipesCompleted);
  const end = work.finished ?? work.estimate;
  const rate = work.state === "RUNNING" ? rateOf(samples) : null;
  return (
    <div class="halves">
      <section class="half" aria-label={t.made.title}>
        <h2>
          {t.made.title} <span class="numbers">{typeof percent === "number" ? texts.percent(percent) : ""}</span>
        </h2>
        <div class="bar" role="img" aria-label={made}>
          <span class="part made" style={{ "--share": share(created, total) }} />
          <span class="part" data-band="failed" style={{ "--share": share(failed, total) }} />
        </div>
        <p class="numbers">{made}</p>
      </section>
      <section class="half" aria-label={t.done.title}>
        <h2>
          {t.done.title} <span class="numbers">{done === undefined ? "" : texts.percent(done)}</span>
        </h2>
        <div class="bar" role="img" aria-label={doneSays}>
          <span class="part" data-band="completed" style={{ "--share": share(jobs.completed, jobs.total) }} />
          <span class="part" data-band="failed" style={{ "--share": share(jobs.failed + jobs.blocked, jobs.total) }} />
          <span class="part" data-band="canceled" style={{ "--share": share(jobs.canceled, jobs.total) }} />
          <span class="part" data-band="running" style={{ "--share": share(jobs.running, jobs.total) }} />
        </div>
        <p class="numbers">
          {doneSays}
          {rate !== null && <> · {t.done.rate(rate)}</>}
          {end && (
            <>
              {" "}
              · {work.finished ? t.done.finished : t.done.estimate} <Time at={end} />
            </>
          )}
        </p>
      </section>
    </div>
  );
}
