import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { exists } from "./exists.js";
import { isAlive, lookAt } from "./processes.js";

/** The workshops of this process. Its pid may be that of a process that was killed: in a container it often is the same each time. */
const own = new Set<string>();

/**
 * Makes a directory in a workshop beside its place, and moves it there as a whole: the process can be killed, and another may do the same
 * at the same time. Where one was there first, its directory stays. What was left behind by a process that was killed is removed.
 * @param make gets the workshop, which only this process's user may enter; returns what is to be moved, a directory within it
 * @throws where the place is taken by something else
 */
export async function makeWhole(place: string, isWhole: (place: string) => Promise<boolean>, make: (workshop: string) => Promise<string>) {
  await mkdir(path.dirname(place), { recursive: true });
  await removeLeftovers(place);
  const workshop = await mkdtemp(`${workshopsOf(place)}${process.pid}-`);
  own.add(path.basename(workshop));
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

/** A program that goes on after its process was killed may add files meanwhile. */
const removal = { recursive: true, force: true, maxRetries: 5 };

async function removeLeftovers(place: string): Promise<void> {
  const [directory, prefix] = [path.dirname(place), path.basename(workshopsOf(place))];
  for (const name of await readdir(directory)) {
    if (!name.startsWith(prefix) || own.has(name) || (await isOfOther(Number.parseInt(name.slice(prefix.length), 10)))) continue;
    // Moved away first: where the pid tells nothing, as of another container, whoever still works there fails, and moves no part into place.
    const removed = path.join(directory, `${name}.removed`);
    await rename(path.join(directory, name), removed)
      .then(() => rm(removed, removal))
      // It is another user's, or is being removed by another process.
      .catch(() => {});
  }
}

const isOfOther = async (pid: number): Promise<boolean> => pid !== process.pid && isAlive(pid) && !(await lookAt(pid))?.isZombie;
