import { SingleBar } from "cli-progress";
import type { Database } from "../db/database.js";
import { loadScale, NotLoadable } from "../domain/scale/loadScale.js";
import { formatCount, print, printError } from "./print.js";

/** Takes over Scale's database, with a progress bar in a terminal, and reports what was left out and why. @returns the exit code */
export async function loadFromScale(database: Database, url: string, signal: AbortSignal): Promise<number> {
  const bar = new SingleBar({ format: "{bar} {percentage} %  {noun}", hideCursor: true, clearOnComplete: true, stream: process.stderr });
  try {
    let isDrawn = false;
    const { loaded, notes } = await loadScale(
      database,
      url,
      (done, total, noun) => {
        if (!isDrawn) bar.start(total, 0, { noun });
        isDrawn = true;
        bar.update(done, { noun });
      },
      signal,
    );
    bar.stop();
    print(["From Scale", ...loaded.map(([noun, count]) => `${formatCount(count)} ${noun}`)].join("\n  "));
    print(notes.join("\n"));
    return 0;
  } catch (error) {
    bar.stop();
    if (!(error instanceof NotLoadable)) throw error;
    printError(`${error.message}. Nothing was loaded.`);
    return 1;
  }
}
