import { randomUUID } from "node:crypto";
import { access, mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { isAlive, lookAt } from "./processes.js";

/**
 * The workshops of this process. A workshop's name begins with a pid, but that is not enough to recognise those of this process: in a
 * container, each process may have the same pid, also one that was killed and has left workshops behind.
 */
const own = new Set<string>();

/**
 * Makes a directory in a workshop, which is a temporary directory beside the final place, and then moves it there. So the place never holds
 * a half-made directory, even if this process is killed. If several processes do this at the same time, the first one's directory stays.
 * Workshops that killed processes have left behind are removed.
 * @param make gets the workshop, which only this process's user may enter; returns what is to be moved, a directory within it
 * @throws where the place is taken by something else
 */
export async function makeWhole(place: string, isWhole: (place: string) => Promise<boolean>, make: (workshop: string) => Promise<string>) {
  await mkdir(path.dirname(place), { recursive: true });
  await removeLeftovers(place);
  const workshop = `${workshopsOf(place)}${process.pid}-${randomUUID()}`;
  // Before there is one, so that nobody in this process takes it for one that was left behind.
  own.add(path.basename(workshop));
  await mkdir(workshop, { mode: 0o700 });
  try {
    const made = await make(workshop);
    await rename(made, place).catch(async (error: unknown) => {
      if (await isWhole(place)) return;
      throw (await exists(place)) ? new Error(`${place} is there, but was not set up to its end. Remove it.`) : error;
    });
  } finally {
    await rm(workshop, removal);
  }
}

const workshopsOf = (place: string): string => `${place}.new-`;

/** Removal is tried again, because a program may go on after its process was killed, and add files. */
const removal = { recursive: true, force: true, maxRetries: 5 };

async function removeLeftovers(place: string): Promise<void> {
  const [directory, prefix] = [path.dirname(place), path.basename(workshopsOf(place))];
  for (const name of await readdir(directory)) {
    if (!name.startsWith(prefix) || own.has(name) || (await isOfOther(Number.parseInt(name.slice(prefix.length), 10)))) continue;
    // The pid may be that of a process in another container, which still works in this workshop. So the workshop is renamed before it is
    // removed. That process then fails, and does not move a directory that is half removed to its place.
    const removed = path.join(directory, `${name}.removed`);
    await rename(path.join(directory, name), removed)
      .then(() => rm(removed, removal))
      // The workshop belongs to another user, or another process is removing it.
      .catch(() => {});
  }
}

const isOfOther = async (pid: number): Promise<boolean> => pid !== process.pid && isAlive(pid) && !(await lookAt(pid))?.isZombie;

/** Whether there is a file or a directory of this name. */
export const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
