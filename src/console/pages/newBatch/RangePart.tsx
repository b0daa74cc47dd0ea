import { keepPreviousData } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import { useQuery } from "../../api/useQuery.js";
import { Histogram } from "../../parts/histogram/Histogram.js";
import { filled } from "../../parts/histogram/range.js";
import { ErrorNotice } from "../../parts/Notice.js";
import { TextField } from "../../parts/TextField.js";
import type { Address } from "../../parts/useAddress.js";
import type { Draft } from "../../parts/useDraft.js";
import { texts } from "../../texts.js";
import { dateTypeOf, forcesJobs } from "./batchInput.js";
import { recipesInTimeDocument } from "./documents.js";
import { fromLocal, toLocal } from "./localTime.js";
import { Remarks } from "./Remarks.js";
import type { Field, Remark } from "./remarksOf.js";

const t = texts.newBatch;
/** The most bars. */
const maxBars = 80;
/** The most intervals that the gateway counts. */
const maxIntervals = 1000;

interface Props {
  readonly address: Address;
  readonly draft: Draft;
  readonly remarks: ReadonlyMap<Field, readonly Remark[]>;
}

/** Which recipes match by their time: dragged on a histogram of those that could, or typed. */
export function RangePart({ address, draft, remarks }: Props) {
  const type = dateTypeOf(address);
  const [intervals, setIntervals] = useState(maxBars);
  const variables = { id: address.get("type"), type, outdated: !forcesJobs(address), intervals } as const;
  const { data, error, refetch } = useQuery(recipesInTimeDocument, variables, { placeholderData: keepPreviousData, staleTime: 60_000 });
  const over = data?.recipeType?.recipesOverTime;
  const found = over && filled(over);
  // The gateway divides the time of all recipes of the type. Where those that could match take a part of it, that is divided more finely.
  useEffect(() => {
    if (!over || !found) return;
    const finer = Math.min(maxIntervals, Math.floor((maxBars * over.counts.length) / found.counts.length));
    if (finer > 2 * intervals) setIntervals(finer);
    else if (found.counts.length > 2 * maxBars) setIntervals(maxBars);
  }, [over]);
  const bounds = { from: draft.get("from") || null, to: draft.get("to") || null };
  const bound = (name: "from" | "to", label: string, end: number) => (
    <TextField
      label={label}
      type="datetime-local"
      step={1}
      value={toLocal(draft.get(name))}
      aria-describedby="remarks-range"
      onText={(text) => draft.change({ [name]: fromLocal(text, end) })}
    />
  );
  return (
    <section>
      <h2>{t.range}</h2>
      <div class="row">
        {(["CREATED", "DATA"] as const).map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="by"
              checked={dateTypeOf(draft) === value}
              onChange={() => draft.change({ by: value === "DATA" ? "data" : null })}
            />{" "}
            {t.by[value]}
          </label>
        ))}
      </div>
      {error ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : found ? (
        <Histogram intervals={found} bounds={bounds} onChange={({ from, to }) => draft.change({ from, to })} />
      ) : data ? (
        <p class="quiet">{t.noTimes}</p>
      ) : (
        <div class="skeleton newBatchWaiting" />
      )}
      <div class="row">
        {bound("from", t.from, 0)}
        {bound("to", t.to, 999)}
        {(bounds.from || bounds.to) && (
          <button type="button" onClick={() => draft.change({ from: null, to: null })}>
            {t.wholeRange}
          </button>
        )}
      </div>
      <Remarks of="range" remarks={remarks} />
    </section>
  );
}
