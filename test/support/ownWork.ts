import type { Database } from "../../src/db/database.js";
import type { GraphqlClient } from "./graphql.js";
import { jobsOf, makeWork } from "./work.js";
import { workersDoor } from "./workersDoor.js";

let types = 0;

/**
 * Makes batches whose job types no other batch of the file has, and works on them by the public door.
 * @returns what makes such a batch of a graph, in which `@` stands for a name of its own: `@-a @-b<@-a`
 */
export function ownWork(database: () => Database, client: Pick<GraphqlClient, "query">) {
  const { claim, report } = workersDoor(client);
  const workOn = async (graph: string, recipes = 1) => {
    const name = `own-${++types}`;
    const work = await makeWork(database(), graph.replaceAll("@", name), recipes);
    const known = await database().prisma.jobType.findMany({ where: { name: { startsWith: `${name}-` } } });
    const jobTypes = known.map((type) => ({ name: type.name }));
    return {
      ...work,
      /** Claims jobs. @returns their tokens */
      take: async (max = 100) => (await claim({ jobTypes, max })).claims.map(({ token }) => token),
      /** @param suffix the job's name without `@-` */
      job: async (suffix: string) => {
        const found = (await jobsOf(database(), work.batchId)).find((job) => job.name === `${name}-${suffix}`);
        return database().prisma.job.findUniqueOrThrow({ where: { id: found?.id as number } });
      },
    };
  };
  return {
    workOn,
    report,
    complete: (tokens: readonly string[]) => report(tokens.map((token) => ({ token, completed: {} }))),
    /** Lets them fail for good. */
    fail: (tokens: readonly string[]) => report(tokens.map((token) => ({ token, failed: { error: "broken", retryable: false } }))),
  };
}
