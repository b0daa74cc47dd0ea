import type { Db } from "../../db/database.js";
import type { Prisma } from "../../db/generated/client.js";
import type { SortKey } from "../../db/sql/view/keyset.js";
import { checkPositions, type Page, pageOf, type Window } from "../page.js";
import type { JobTypeSummary } from "./findJobs.js";

export interface JobTypeFilter {
  readonly names?: readonly string[];
  readonly isActive?: boolean;
  readonly isSystem?: boolean;
}

/** Finds a window of the job types in the order of their ids. */
export async function findJobTypes(db: Db, filter: JobTypeFilter, window: Window): Promise<Page<JobTypeSummary>> {
  checkPositions(window, idKeys);
  const [after, before] = [window.after, window.before].map((position) => (position ? Number(position[0]) : undefined));
  const rows = await db.prisma.jobType.findMany({
    where: { ...conditions(filter), id: { gt: after, lt: before } },
    orderBy: { id: window.backward ? "desc" : "asc" },
    take: window.limit + 1,
    omit: { interface: true },
  });
  return pageOf({ rows, keysOf: (row) => [String(row.id)] }, window);
}

export const countJobTypes = (db: Db, filter: JobTypeFilter): Promise<number> => db.prisma.jobType.count({ where: conditions(filter) });

const idKeys: readonly SortKey[] = [{ sql: "id", type: "int", descending: false }];

const conditions = ({ names, ...flags }: JobTypeFilter): Prisma.JobTypeWhereInput => ({
  ...(names && { name: { in: [...names] } }),
  ...flags,
});
