import type { Db } from "../../src/db/database.js";

/** A recipe with everything that belongs to it; its jobs by name. */
export async function recipeOf(db: Db, where: { id: number } | { supersededRecipeId: number }) {
  const recipe = await db.prisma.recipe.findUniqueOrThrow({
    where,
    include: { files: true, event: true, jobs: { include: { job: true } } },
  });
  const jobs = Object.fromEntries(recipe.jobs.map(({ jobName, isOriginal, job }) => [jobName, { ...job, isOriginal }]));
  return { ...recipe, jobs };
}

/** What became of a recipe: the one that supersedes it. */
export const successorOf = (db: Db, id: number) => recipeOf(db, { supersededRecipeId: id });

/** A batch with everything that belongs to it, in the order in which it was written. */
export const batchOf = (db: Db, id: number) =>
  db.prisma.batch.findUniqueOrThrow({
    where: { id },
    include: {
      creatorJob: { include: { error: true } },
      events: { where: { isWork: false }, orderBy: { id: "asc" } },
      recipes: { orderBy: { id: "asc" } },
      jobs: { orderBy: { id: "asc" } },
      slices: true,
    },
  });
