/** Counts in intervals of equal length, as the gateway gives them. */
export interface Intervals {
  readonly started: string;
  readonly ended: string;
  readonly seconds: number;
  readonly counts: readonly number[];
}

/** Inclusive bounds, ISO-8601 in UTC; null: open. */
export interface Bounds {
  readonly from: string | null;
  readonly to: string | null;
}

/** A range as the numbers of the edges between intervals: 0 is where the first begins. */
export type Edges = readonly [first: number, last: number];

/** The time of an edge. */
export const timeAt = ({ started, seconds }: Intervals, edge: number): Date => new Date(Date.parse(started) + edge * seconds * 1000);

/** The intervals from the first that has anything to the last; all of them where none has. */
export function filled(intervals: Intervals): Intervals {
  const { seconds, counts } = intervals;
  const first = Math.max(
    0,
    counts.findIndex((count) => count > 0),
  );
  const last = counts.findLastIndex((count) => count > 0) + 1 || counts.length;
  const [started, ended] = [timeAt(intervals, first).toISOString(), timeAt(intervals, last).toISOString()];
  return { started, ended, seconds, counts: counts.slice(first, last) };
}

/**
 * The edges nearest around bounds: never outside of the axis, and at least one interval apart. An inclusive bound at the last millisecond
 * of an interval is at its end.
 */
export function edgesOf(intervals: Intervals, { from, to }: Bounds): Edges {
  const count = intervals.counts.length;
  const position = (time: string, round: (value: number) => number, shift: number) =>
    round((Date.parse(time) + shift - Date.parse(intervals.started)) / (intervals.seconds * 1000));
  const first = from === null ? 0 : Math.min(count - 1, Math.max(0, position(from, Math.floor, 0)));
  const last = to === null ? count : Math.min(count, position(to, Math.ceil, 1));
  return [first, Math.max(first + 1, last)];
}

/** The bounds of a range; at the ends of the axis it is open, so that it has also what comes later. */
export const boundsAt = (intervals: Intervals, [first, last]: Edges): Bounds => ({
  from: first <= 0 ? null : timeAt(intervals, first).toISOString(),
  to: last >= intervals.counts.length ? null : new Date(timeAt(intervals, last).getTime() - 1).toISOString(),
});
