import { useRef } from "preact/hooks";
import { texts } from "../../texts.js";
import { type Bounds, boundsAt, type Edges, edgesOf, type Intervals, timeAt } from "./range.js";
import "./histogram.css";

interface Props {
  readonly intervals: Intervals;
  readonly bounds: Bounds;
  readonly onChange: (bounds: Bounds) => void;
}

const t = texts.histogram;
const height = 100;

/** Counts over time, on which a range is dragged: by pointer over the bars, and by pointer or keys at a slider for each end. */
export function Histogram({ intervals, bounds, onChange }: Props) {
  const { counts } = intervals;
  const [first, last] = edgesOf(intervals, bounds);
  const bars = useRef<SVGSVGElement>(null);
  const anchor = useRef<number | null>(null);
  const most = Math.max(1, ...counts);
  const choose = (edges: Edges) => onChange(boundsAt(intervals, edges));
  const intervalAt = ({ clientX }: PointerEvent): number => {
    const { left, width } = (bars.current as SVGSVGElement).getBoundingClientRect();
    return Math.min(counts.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * counts.length)));
  };
  const drag = (event: PointerEvent) => {
    if (anchor.current === null) return;
    const here = intervalAt(event);
    choose([Math.min(anchor.current, here), Math.max(anchor.current, here) + 1]);
  };
  const style = { "--first": `${(100 * first) / counts.length}%`, "--last": `${(100 * last) / counts.length}%` };
  /** @param edgesWith both ends, where this one is dragged to an edge @param end which of the two it is */
  const slider = (label: string, value: number, edgesWith: (edge: number) => Edges, end: 0 | 1) => (
    <input
      type="range"
      min={0}
      max={counts.length}
      value={value}
      aria-label={label}
      aria-valuetext={t.edge(timeAt(intervals, value))}
      onInput={({ currentTarget }) => {
        const edges = edgesWith(Number(currentTarget.value));
        currentTarget.value = String(edges[end]);
        choose(edges);
      }}
    />
  );
  return (
    <div class="histogram" style={style}>
      <svg
        ref={bars}
        class="histogramBars"
        viewBox={`0 0 ${counts.length} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          anchor.current = intervalAt(event);
          drag(event);
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          anchor.current = null;
        }}
        onPointerCancel={() => {
          anchor.current = null;
        }}
      >
        {counts.map((count, i) => {
          // What is there is seen, however little it is.
          const size = count === 0 ? 0 : Math.max(2, (height * count) / most);
          const isChosen = i >= first && i < last;
          return (
            <rect key={i} x={i + 0.06} y={height - size} width={0.88} height={size} data-chosen={isChosen}>
              <title>{t.bar(timeAt(intervals, i), count)}</title>
            </rect>
          );
        })}
      </svg>
      <div class="histogramRange">
        {slider(t.from, first, (edge) => [Math.min(edge, last - 1), last], 0)}
        {slider(t.to, last, (edge) => [first, Math.max(edge, first + 1)], 1)}
      </div>
      <p class="histogramAxis quiet numbers">
        <Edge at={timeAt(intervals, 0)} />
        <span>{t.interval(intervals.seconds)}</span>
        <Edge at={timeAt(intervals, counts.length)} />
      </p>
    </div>
  );
}

const Edge = ({ at }: { readonly at: Date }) => (
  <time dateTime={at.toISOString()} title={texts.time.both(at)}>
    {t.edge(at)}
  </time>
);
