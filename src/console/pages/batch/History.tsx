import { Time } from "../../parts/Time.js";
import { texts } from "../../texts.js";
import type { BatchDetails } from "./documents.js";

const t = texts.batch.history;

/** What has become of the batch, both of its halves, the latest first. */
export function History({ batch }: { readonly batch: BatchDetails }) {
  const steps = [
    ...batch.events.map((event) => ({ ...event, half: t.made, word: texts.status[event.to] })),
    ...batch.workEvents.map((event) => ({ ...event, half: t.done, word: texts.state[`WORK_${event.to}`] })),
  ].sort((a, b) => Date.parse(b.occurred) - Date.parse(a.occurred));
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t.title}</h2>
      <ol class="history bare">
        {steps.map(({ half, word, occurred, actor, reason }) => (
          <li key={`${half} ${occurred} ${word}`}>
            <span>
              {half}: <strong>{word}</strong>
            </span>
            <span class="quiet">
              <Time at={occurred} /> · {actor}
            </span>
            {reason && <q>{reason}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}
