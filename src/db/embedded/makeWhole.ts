import { access, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { isAlive, lookAt } from "./processes.js";

/**
 * The workshops of this process. Their names begin with its pid, but that does not tell them from those that a killed process has left: in
 * a container, each process may have the same pid.
 */
const own = new Set<string>();

/**
 * Makes a directory in a workshop, a temporary directory beside its place, and moves it to its place as a whole. So the place never holds
 * half of one, though this process may be killed, and others may do the same at the same time: the first one's directory stays. Workshops
 * that killed processes have left behind are removed.
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
    // The pid may be of a process in another container, which still works there. The workshop is renamed before it is removed, so that such
    // a process fails, and does not move to its place what is left of it.
    const removed = path.join(directory, `${name}.removed`);
    await rename(path.join(directory, name), removed)
      .then(() => rm(removed, removal))
      // It is another user's, or is being removed by another process.
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
