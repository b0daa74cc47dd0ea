/** How jobs were worked off. */
export interface WorkRun {
  /** Jobs a second, from the first claim to the last report. */
  readonly rate: number;
}

/** So many work at once, each with a connection of its own. */
export const workers = 4;
/** Each claims and reports so many jobs at once. */
export const jobsAtOnce = 100;

/** Times workers that end when there is nothing left to do. @param count how many jobs they must have done */
export async function timeWorkers(count: number, work: (worker: number) => Promise<number>): Promise<WorkRun> {
  const start = performance.now();
  const done = await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  const seconds = (performance.now() - start) / 1000;
  const all = done.reduce((sum, one) => sum + one, 0);
  if (all !== count) throw new Error(`${all} jobs were done instead of ${count}`);
  return { rate: count / seconds };
}
