import { MultiBar } from "cli-progress";
import type { BatchSummaryFragment } from "../../generated/graphql.js";
import { plainText, print } from "../../print.js";
import { isOver, type Progress } from "../batchStatus.js";
import { describeProgress, describeWork } from "./describeProgress.js";
import { measure, type ProgressView } from "./progressView.js";
import { RateMeter } from "./rateMeter.js";
import { lineWidth, styled } from "./terminal.js";

const [shortestBar, longestBar] = [8, 40];

/**
 * A progress bar, as wide as the terminal lets it be; none while there is nothing to make. Below it stands one for the work.
 * @param program what is typed before a command
 * @param withWork whether the work is watched, too
 */
export function barView({ databaseId, title, recipeType }: BatchSummaryFragment, program: string, withWork: boolean): ProgressView {
  print(plainText(`Batch ${databaseId}, ${recipeType.name} ${recipeType.version}${title ? `: ${title}` : ""}`));
  const meter = new RateMeter();
  let latest: Progress | undefined;
  let isLost = false;
  let textWidth = 0;
  const draw = (percent: number | null, [state = "", ...parts]: readonly string[], isEmpty: boolean) => {
    const text = parts.filter(Boolean).join("  ");
    // The bars must not jump with every digit, and end at the same column.
    textWidth = Math.max(textWidth, text.length);
    if (isEmpty) return `${state}  ${text}`;
    return `${state}  [${drawBar(percent, lineWidth() - textWidth - `${state}  []  `.length - 1)}]  ${text}`;
  };
  // Called a few times a second, so that the rate falls while no progress comes.
  const drawCreation = () => {
    if (!latest) return "";
    const parts = describeProgress(latest, meter.rate(performance.now() / 1000));
    return draw(latest.percent, [...parts, noticeOf(latest, isLost)], latest.total === 0);
  };
  const drawWork = () => (latest?.work ? draw(latest.work.percent, describeWork(latest.work), latest.work.jobs.total === 0) : "");
  const bars = new MultiBar({ stream: process.stdout, fps: 4, hideCursor: true, gracefulExit: false, format: "" });
  return {
    show: (progress) => {
      const isFirst = latest === undefined;
      [latest, isLost] = [progress, false];
      measure(meter, progress, performance.now() / 1000);
      if (!isFirst) return;
      bars.create(1, 0, {}, { format: drawCreation });
      if (withWork) bars.create(1, 0, {}, { format: drawWork });
    },
    lost: () => {
      isLost = true;
      meter.reset();
    },
    stop: (last) => {
      bars.stop();
      const failed = [...(last && last.failed > 0 ? ["recipes"] : []), ...(last?.work && last.work.jobs.failed > 0 ? ["jobs"] : [])];
      if (last && isOver(last) && failed.length > 0) {
        print(`${styled("yellow", `Some ${failed.join(" and ")} failed.`)} To see why: ${program} show ${databaseId}`);
      }
    },
  };
}

const noticeOf = ({ status }: Progress, isLost: boolean): string =>
  isLost ? "the gateway is away" : status === "SUBMITTED" ? "waits for a worker" : "";

function drawBar(percent: number | null, room: number): string {
  const size = Math.max(shortestBar, Math.min(longestBar, room));
  return "=".repeat(Math.floor(((percent ?? 0) / 100) * size)).padEnd(size, "-");
}
