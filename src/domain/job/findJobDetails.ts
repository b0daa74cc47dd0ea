import type { Db } from "../../db/database.js";
import type { Prisma } from "../../db/generated/client.js";
import { allTextTimes, type TextTimes } from "../textTimes.js";

const recipe = {
  omit: { data: true },
  include: {
    recipeType: { omit: { definition: true } },
    recipeTypeRevision: { select: { id: true, revisionNum: true } },
    event: true,
    supersededByRecipe: { select: { id: true } },
  },
} as const satisfies Prisma.RecipeDefaultArgs;

/** Another job of the same chain. */
const related = {
  omit: { data: true, configuration: true, results: true },
  include: { jobType: { omit: { interface: true } } },
} as const satisfies Prisma.JobDefaultArgs;

const details = {
  jobType: { omit: { interface: true } },
  jobTypeRevision: true,
  event: { include: { rule: true } },
  error: true,
  rootSupersededJob: related,
  supersededJob: related,
  supersededByJob: related,
  // A job that was kept belongs to several recipes, each superseding the one before.
  recipeJobs: { select: { recipe }, orderBy: { id: "asc" } },
} as const satisfies Prisma.JobInclude;

/** A job with all that it refers to. */
export type JobDetails = TextTimes<Prisma.JobGetPayload<{ include: typeof details }>>;

export async function findJobDetails(db: Db, id: number): Promise<JobDetails | null> {
  const job = await db.prisma.job.findUnique({ where: { id }, include: details });
  return job && allTextTimes(job);
}
