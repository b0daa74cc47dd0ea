import { open } from "node:fs/promises";
import { Tail } from "../run/Tail.js";

/** Whether there is no such file. Any other error leaves open what it says. */
export const isAbsent = (error: unknown): boolean => ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

/** Reads the end of a file. One that is not there is empty. */
export async function readTail(file: string, maxBytes: number): Promise<Tail> {
  const tail = new Tail(maxBytes);
  const handle = await open(file).catch((error) => {
    if (isAbsent(error)) return null;
    throw error;
  });
  if (!handle) return tail;
  try {
    const { size } = await handle.stat();
    // One byte more, by which the tail sees that a beginning was lost.
    const length = Math.min(size, maxBytes + 1);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    tail.add(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
  return tail;
}

/**
 * Does something with each of many, 100 at a time unless told otherwise: as many files may be open. One that fails keeps none of the others
 * back.
 * @throws the first error, once all are through
 */
export async function inChunks<Item>(items: readonly Item[], use: (item: Item) => Promise<void>, size = 100): Promise<void> {
  const failures: PromiseRejectedResult[] = [];
  for (let i = 0; i < items.length; i += size) {
    const ends = await Promise.allSettled(items.slice(i, i + size).map(use));
    failures.push(...ends.filter((end) => end.status === "rejected"));
  }
  if (failures[0]) throw failures[0].reason;
}
