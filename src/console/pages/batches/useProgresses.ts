import { useEffect, useState } from "preact/hooks";
import { type BatchProgress, isOver, watchBatch } from "../../api/watchBatch.js";
import type { Row } from "./documents.js";

/** Batches that are followed at most: a WebSocket may have 100 operations in hand, and the list has its own. */
const maxFollowed = 40;

/** Rows as they are now: those whose batches move are followed. */
export function useProgresses(rows: readonly Row[]): readonly Row[] {
  const [live, setLive] = useState<ReadonlyMap<number, BatchProgress>>(new Map());
  const moving = rows.filter(({ progress }) => !isOver(progress)).slice(0, maxFollowed);
  useEffect(() => {
    const ends = moving.map(({ databaseId }) =>
      watchBatch(databaseId, (progress) => setLive((before) => new Map(before).set(databaseId, progress))),
    );
    return () => {
      for (const end of ends) end();
    };
  }, [moving.map(({ databaseId }) => databaseId).join()]);
  return rows.map((row) => (moving.includes(row) ? { ...row, progress: live.get(row.databaseId) ?? row.progress } : row));
}
