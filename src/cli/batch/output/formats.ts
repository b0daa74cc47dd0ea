import { formatCount } from "../../print.js";

/** `1 recipe`, `10,000 recipes` */
export const countOf = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;

/** `2016-01-31 12:00:00Z`, with the fraction of the second where there is one. */
export const formatTime = (time: string): string => time.replace(/[Tt]/, " ").replace(/\.0+Z$/, "Z");

/** `2016-01-31 12:00:00`, in UTC. */
export const formatSecond = (time: string): string => time.slice(0, 19).replace("T", " ");

/** `2016-01-31 12:00`, for a column that is headed UTC. */
export const formatMinute = (time: string): string => time.slice(0, 16).replace("T", " ");

/** 4,531 a second, or 0.3 */
export const formatRate = (rate: number): string => formatCount(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate));

const units = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1],
] as const;

/** `15 s`, `2 min 5 s`, `3 h 4 min`: the two largest units. */
export function formatDuration(seconds: number): string {
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || parts.length > 0) parts.push(`${count} ${unit}`);
  }
  return (
    parts
      .slice(0, 2)
      .join(" ")
      .replace(/ 0 \w+$/, "") || "0 s"
  );
}

/** `0.035 s`, `2.5 s`, `14 s`, `3 h 4 min`; `-` for null. */
export function formatSeconds(seconds: number | null): string {
  if (seconds === null) return "-";
  return seconds < 9.95 ? `${Number(seconds.toPrecision(2))} s` : formatDuration(seconds);
}
