import { setTimeout as pause } from "node:timers/promises";
import DataLoader from "dataloader";
import type { Db } from "../../db/database.js";
import { databaseFaultOf } from "../../db/databaseFault.js";
import type { JobReport, ReportOutcome } from "./jobReports.js";
import { reportJobs } from "./reportJobs.js";

/** The most reports of a request that are taken up together with those of others. */
const maxReports = 10;
/** The most requests whose reports are taken up together. */
const maxRequests = 50;
/** The longest time, in milliseconds, that reports wait for those before them, which may wait for a lock of their batch. */
const maxWait = 50;

/** The reports of a request, and the database as the request uses it. */
interface Told {
  readonly db: Db;
  readonly reports: readonly JobReport[];
}

/**
 * Takes up the reports of workers that tell of few jobs at a time. What comes while a transaction takes up others goes together into the
 * next one, because a transaction costs much more than the job in it.
 */
export class ReportGroups {
  #before: Promise<unknown> = Promise.resolve();
  readonly #groups = new DataLoader<Told, ReportOutcome[]>((group) => this.#begin(group), {
    cache: false,
    maxBatchSize: maxRequests,
    batchScheduleFn: (begin) => void Promise.race([this.#before, pause(maxWait, undefined, { ref: false })]).then(begin),
  });

  /** Takes up a request's reports: see `reportJobs`. */
  take(db: Db, reports: readonly JobReport[]): Promise<ReportOutcome[]> {
    return reports.length === 0 || reports.length > maxReports ? reportJobs(db, reports) : this.#groups.load({ db, reports });
  }

  #begin(group: readonly Told[]): Promise<(ReportOutcome[] | Error)[]> {
    const answers = this.#takeUp(group);
    this.#before = answers;
    return answers;
  }

  /**
   * Takes up a group as its first request would. If that fails, each request's reports are taken up alone, so that none fails for what
   * another one has told, or because another one has ended.
   */
  async #takeUp(group: readonly Told[]): Promise<(ReportOutcome[] | Error)[]> {
    const [first] = group;
    if (first && group.length > 1) {
      try {
        const outcomes = await reportJobs(
          first.db,
          group.flatMap(({ reports }) => reports),
        );
        return group.map(({ reports }) => outcomes.splice(0, reports.length));
      } catch (error) {
        if (databaseFaultOf(error) !== null) return group.map(() => error as Error);
      }
    }
    return Promise.all(group.map(({ db, reports }) => reportJobs(db, reports).catch((error: Error) => error)));
  }
}
