import { useMemo } from "preact/hooks";
import { useQuery } from "../../api/useQuery.js";
import { isOver } from "../../api/watchBatch.js";
import { texts } from "../../texts.js";
import { jobTimesDocument } from "./documents.js";
import { bands, historyOf, type Point, toldBy } from "./jobHistory.js";
import type { Sample } from "./useProgress.js";
import "./jobsChart.css";

const t = texts.batch.chart;
const [width, height] = [600, 120];

interface Props {
  readonly databaseId: number;
  /** Jobs that the batch has made. */
  readonly total: number;
  readonly samples: readonly Sample[];
}

/** The most jobs whose times are asked for; a larger batch is drawn from what this page has seen. */
const maxTimed = 1000;

/** The batch's jobs by status over time, as areas upon each other. */
export function JobsChart({ databaseId, total, samples }: Props) {
  const canTell = total > 0 && total <= maxTimed;
  const times = useQuery(jobTimesDocument, { id: String(databaseId) }, { enabled: canTell, staleTime: Number.POSITIVE_INFINITY });
  const nodes = times.data?.batch?.jobs.nodes;
  const jobs = useMemo(() => (canTell && nodes ? nodes.filter(({ isOriginal }) => isOriginal) : null), [canTell, nodes]);
  const seenFrom = samples[0]?.at ?? Number.POSITIVE_INFINITY;
  const told = useMemo(() => (jobs ? toldBy(jobs, seenFrom) : []), [jobs, seenFrom]);
  const points = useMemo(() => historyOf(told, samples), [told, samples]);
  if (canTell && times.isPending) return <span class="skeleton" />;
  const [first, last] = [points[0], points.at(-1)];
  const isDrawn = total > 0 && first && last && last.at > first.at;
  const latest = samples.at(-1)?.progress;
  if (!isDrawn && latest && isOver(latest)) return total > 0 ? <p class="quiet">{t.ended(total)}</p> : null;
  // Until there is something to draw, its place is kept free.
  if (!isDrawn)
    return (
      <figure class="chart">
        <svg aria-hidden="true" />
        <div class="chartAxis" />
        <Legend point={last} says={total === 0 ? t.none : t.soon} />
      </figure>
    );
  const top = Math.max(1, ...points.map((point) => bands.reduce((sum, band) => sum + point[band], 0)));
  const x = (at: number) => (((at - first.at) / (last.at - first.at)) * width).toFixed(1);
  const y = (jobs: number) => (height - (jobs / top) * height).toFixed(1);
  const areas = bands.map((band, index) => {
    const below = (point: (typeof points)[number]) => bands.slice(0, index).reduce((sum, name) => sum + point[name], 0);
    const upper = points.map((point) => `${x(point.at)},${y(below(point) + point[band])}`);
    const lower = points.map((point) => `${x(point.at)},${y(below(point))}`).reverse();
    return { band, path: `M${upper.join("L")}L${lower.join("L")}Z` };
  });
  const seconds = (last.at - first.at) / 1000;
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={t.label(last, seconds)}>
        {areas.map(({ band, path }) => (
          <path key={band} d={path} data-band={band} />
        ))}
      </svg>
      <div class="chartAxis quiet numbers">
        <time dateTime={new Date(first.at).toISOString()} title={texts.time.both(new Date(first.at))}>
          {texts.time.clock(new Date(first.at))}
        </time>
        <span>{texts.time.duration(seconds)}</span>
        <time dateTime={new Date(last.at).toISOString()} title={texts.time.both(new Date(last.at))}>
          {texts.time.clock(new Date(last.at))}
        </time>
      </div>
      <Legend point={last} says={jobs ? t.told : t.seen(total)} />
    </figure>
  );
}

const Legend = ({ point, says }: { readonly point: Point | undefined; readonly says: string }) => (
  <figcaption>
    <ul class="legend bare numbers">
      {bands.map((band) => (
        <li key={band} data-band={band}>
          {t.bands[band]} {texts.number(point?.[band] ?? 0)}
        </li>
      ))}
    </ul>
    <span class="quiet">{says}</span>
  </figcaption>
);
