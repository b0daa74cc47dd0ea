import { useSyncExternalStore } from "preact/compat";
import { useId, useMemo, useRef, useState } from "preact/hooks";
import { texts } from "../../texts.js";
import { type DrawnEdge, type DrawnJob, type JobMark, markSigns } from "./drawnGraph.js";
import { type LaidOutGraph, layOutGraph } from "./layOutGraph.js";
import "./jobGraph.css";

interface Props {
  /** What the graph is, for those who hear it. */
  readonly label: string;
  readonly jobs: readonly DrawnJob[];
  readonly edges: readonly DrawnEdge[];
  readonly onPress: (name: string) => void;
}

const isGone = (mark: JobMark | null): boolean => mark === "REMOVE" || mark === "REMOVED";

/** How much larger text is than the usual 14 px: the nodes, which hold text, are as much larger. */
const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 14;
const size = { width: 196 * scale, height: 68 * scale };

/** Whether the page is as narrow as a telephone. */
const narrow = matchMedia("(max-width: 640px)");

function onNarrow(listener: () => void): () => void {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
}

/** A graph of jobs as a picture whose nodes are a list of buttons. Arrow keys lead from one to the next in their direction. */
export function JobGraph({ label, jobs, edges, onPress }: Props) {
  const isDown = useSyncExternalStore(onNarrow, () => narrow.matches);
  const arrow = useId();
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  // What marks a job moves nothing.
  const shape = JSON.stringify([jobs.map(({ name }) => name), edges.map(({ from, to }) => [from, to])]);
  const laidOut = useMemo(() => layOut(shape, isDown), [shape, isDown]);
  const first = laidOut.nodes.has(current ?? "") ? current : jobs[0]?.name;
  const move = (event: KeyboardEvent, name: string) => {
    const next = neighbour(laidOut, name, event.key);
    if (!next) return;
    event.preventDefault();
    setCurrent(next);
    list.current?.querySelector<HTMLElement>(`[data-job="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <div class="jobGraph card">
      <div class="jobGraphGround" style={{ width: `${laidOut.width}px`, height: `${laidOut.height}px` }}>
        <svg width={laidOut.width} height={laidOut.height} aria-hidden="true">
          <title>{label}</title>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0,0.5 L8,4 L0,7.5 Z" class="jobGraphArrow" />
          </marker>
          {laidOut.edges.map((d, i) => (
            <path key={d} d={d} class="jobGraphEdge" data-mark={edges[i]?.mark} marker-end={`url(#${arrow})`} />
          ))}
        </svg>
        <ul ref={list} class="bare" aria-label={label}>
          {jobs.map((job) => (
            <JobNode
              key={job.name}
              job={job}
              parents={edges.filter(({ to, mark }) => to === job.name && !isGone(mark)).map(({ from }) => from)}
              at={laidOut.nodes.get(job.name)}
              isFirst={job.name === first}
              onPress={() => {
                setCurrent(job.name);
                onPress(job.name);
              }}
              onKeyDown={(event) => move(event, job.name)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

interface NodeProps {
  readonly job: DrawnJob;
  readonly parents: readonly string[];
  readonly at: { readonly x: number; readonly y: number } | undefined;
  /** Whether the tabulator leads to it; arrow keys to the others. */
  readonly isFirst: boolean;
  readonly onPress: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function JobNode({ job, parents, at = { x: 0, y: 0 }, isFirst, onPress, onKeyDown }: NodeProps) {
  const { name, jobType, mark, note, isPressed } = job;
  const title = `${name} · ${jobType.name} ${jobType.version}`;
  const style = { left: `${at.x}px`, top: `${at.y}px`, width: `${size.width}px`, height: `${size.height}px` };
  return (
    <li style={style}>
      <button
        type="button"
        class="jobNode"
        data-job={name}
        data-mark={mark}
        aria-pressed={isPressed}
        tabIndex={isFirst ? 0 : -1}
        title={title}
        onClick={onPress}
        onKeyDown={onKeyDown}
      >
        <span class="jobNodeName">{name}</span>
        <span class="jobNodeType">
          {jobType.name} {jobType.version}
        </span>
        {mark && (
          <span class="jobNodeMark">
            <span aria-hidden="true">{markSigns[mark]} </span>
            {texts.graph.marks[mark]}
            {note && ` · ${note}`}
          </span>
        )}
        {parents.length > 0 && <span class="unseen">{texts.graph.after(parents)}</span>}
      </button>
    </li>
  );
}

function layOut(shape: string, isDown: boolean): LaidOutGraph {
  const [names, pairs] = JSON.parse(shape) as [string[], [string, string][]];
  const edges = pairs.map(([from, to]) => ({ from, to }));
  return layOutGraph(names, edges, size, isDown);
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The node that is nearest in an arrow key's direction; what lies aside counts as twice as far. */
function neighbour({ nodes }: LaidOutGraph, name: string, key: string): string | null {
  const [direction, here] = [directions[key], nodes.get(name)];
  if (!direction || !here) return null;
  const [dx, dy] = direction;
  const distances = [...nodes].flatMap(([other, { x, y }]) => {
    const [ahead, aside] = [(x - here.x) * dx + (y - here.y) * dy, Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx)];
    return other !== name && ahead > 1 ? [{ other, distance: ahead + 2 * aside }] : [];
  });
  return distances.sort((a, b) => a.distance - b.distance)[0]?.other ?? null;
}

/** What the marks of a graph mean. */
export const MarkLegend = ({ marks }: { readonly marks: readonly JobMark[] }) => (
  <ul class="graphLegend bare quiet">
    {marks.map((mark) => (
      <li key={mark}>
        <span aria-hidden="true">{markSigns[mark]} </span>
        <b>{texts.graph.marks[mark]}</b>: {texts.graph.meanings[mark]}
      </li>
    ))}
  </ul>
);
