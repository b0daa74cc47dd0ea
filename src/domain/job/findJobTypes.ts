import type { Db } from "../../db/database.js";
import type { Prisma } from "../../db/generated/client.js";
import { findWindowById, type Page, type Window } from "../page.js";
import type { JobTypeSummary } from "./findJobs.js";

export interface JobTypeFilter {
  readonly names?: readonly string[];
  readonly isActive?: boolean;
  readonly isSystem?: boolean;
}

/** Finds a window of the job types in the order of their ids. */
export const findJobTypes = (db: Db, filter: JobTypeFilter, window: Window): Promise<Page<JobTypeSummary>> =>
  findWindowById(window, ({ where, ...range }) =>
    db.prisma.jobType.findMany({ where: { ...conditions(filter), id: where }, ...range, omit: { interface: true } }),
  );

export const countJobTypes = (db: Db, filter: JobTypeFilter): Promise<number> => db.prisma.jobType.count({ where: conditions(filter) });

const conditions = ({ names, ...flags }: JobTypeFilter): Prisma.JobTypeWhereInput => ({
  ...(names && { name: { in: [...names] } }),
  ...flags,
});
