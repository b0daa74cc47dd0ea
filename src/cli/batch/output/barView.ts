import { SingleBar } from "cli-progress";
import type { BatchSummaryFragment } from "../../generated/graphql.js";
import { print } from "../../print.js";
import { hasEnded, type Progress } from "../batchStatus.js";
import { describeProgress } from "./describeProgress.js";
import { plainText } from "./formats.js";
import { measure, type ProgressView } from "./progressView.js";
import { RateMeter } from "./rateMeter.js";
import { lineWidth, styled } from "./terminal.js";

const [shortestBar, longestBar] = [8, 40];

/**
 * A progress bar, as wide as the terminal lets it be; none while there is nothing to make.
 * @param program what is typed before a command
 */
export function barView({ databaseId, title, recipeType }: BatchSummaryFragment, program: string): ProgressView {
  print(plainText(`Batch ${databaseId}, ${recipeType.name} ${recipeType.version}${title ? `: ${title}` : ""}`));
  const meter = new RateMeter();
  let latest: Progress | undefined;
  let isLost = false;
  let textWidth = 0;
  // Called a few times a second, so that the rate falls while no progress comes.
  const draw = () => {
    if (!latest) return "";
    const [status = "", ...parts] = describeProgress(latest, meter.rate(performance.now() / 1000));
    const text = [...parts, noticeOf(latest, isLost)].filter(Boolean).join("  ");
    // The bar must not jump with every digit.
    textWidth = Math.max(textWidth, text.length);
    if (latest.total === 0) return `${status}  ${text}`;
    return `${status}  [${drawBar(latest, lineWidth() - textWidth - `${status}  []  `.length - 1)}]  ${text}`;
  };
  const bar = new SingleBar({ format: draw, stream: process.stdout, fps: 4, hideCursor: true, gracefulExit: false });
  return {
    show: (progress) => {
      const isFirst = latest === undefined;
      [latest, isLost] = [progress, false];
      measure(meter, progress, performance.now() / 1000);
      if (isFirst) bar.start(1, 0);
    },
    lost: () => {
      isLost = true;
      meter.reset();
    },
    stop: (last) => {
      bar.stop();
      if (last && hasEnded(last.status) && last.failed > 0) {
        print(`${styled("yellow", "Some recipes failed.")} To see why: ${program} show ${databaseId}`);
      }
    },
  };
}

const noticeOf = ({ status }: Progress, isLost: boolean): string =>
  isLost ? "the gateway is away" : status === "SUBMITTED" ? "waits for a worker" : "";

function drawBar({ percent }: Progress, room: number): string {
  const size = Math.max(shortestBar, Math.min(longestBar, room));
  return "=".repeat(Math.floor(((percent ?? 0) / 100) * size)).padEnd(size, "-");
}
