import { open } from "node:fs/promises";
import { Tail } from "../run/Tail.js";
import { isAbsent } from "./isAbsent.js";

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
