import type { Db } from "../../db/database.js";
import { Groups } from "./Groups.js";
import type { JobReport, ReportOutcome } from "./jobReports.js";
import { reportJobs } from "./reportJobs.js";
import type { TellQueued } from "./tellQueued.js";

/** The most reports of a request that are taken up together with those of others. */
const maxReports = 10;

/** The reports of a request, and the database as the request uses it. */
interface Told {
  readonly db: Db;
  readonly reports: readonly JobReport[];
}

/** Takes up the reports of workers that tell of few jobs at a time, in groups. */
export class ReportGroups {
  readonly #groups = new Groups<Told, ReportOutcome[]>({
    maxRequests: 50,
    alone: ({ db, reports }) => reportJobs(db, reports, this.tell),
    together: async (group) => {
      const all = group.flatMap(({ reports }) => reports);
      const outcomes = await reportJobs((group[0] as Told).db, all, this.tell);
      return group.map(({ reports }) => outcomes.splice(0, reports.length));
    },
  });

  /** @param tell tells those who wait for jobs; by default, the database does */
  constructor(private readonly tell?: TellQueued) {}

  /** Takes up a request's reports: see `reportJobs`. */
  take(db: Db, reports: readonly JobReport[]): Promise<ReportOutcome[]> {
    return reports.length === 0 || reports.length > maxReports ? reportJobs(db, reports, this.tell) : this.#groups.serve({ db, reports });
  }
}
