import type { Queries } from "../../db/database.js";
import type { EndedExecution } from "../../db/sql/execution/endExecutions.js";
import { registerFiles } from "../../db/sql/execution/registerFiles.js";
import type { EndedWith } from "./answerReports.js";

/** Registers the new files of executions that end. @returns the ends, now with the results as they are stored: ids instead of files */
export async function saveFiles(tx: Queries, ended: readonly EndedWith[]): Promise<EndedExecution[]> {
  const files = ended.flatMap(({ results }) => results?.files ?? []);
  const ids = files.length === 0 ? [] : (await tx.query<{ id: number }>(registerFiles, [JSON.stringify(files)])).map(({ id }) => id);
  let from = 0;
  return ended.map(({ end, results }) => {
    if (!results) return end;
    const its = ids.slice(from, from + results.files.length);
    from += its.length;
    end.results = results.withIds(its);
    return end;
  });
}
