import type { Database } from "../../src/db/database.js";
import type { Job } from "../../src/db/generated/client.js";
import type { GraphqlClient } from "./graphql.js";
import { jobsOf, makeWork, type TestWork } from "./work.js";
import { workersDoor } from "./workersDoor.js";

/** A batch of its own job types. */
export interface OwnWork extends TestWork {
  /** Claims jobs. @returns their tokens */
  take(max?: number): Promise<string[]>;
  /** @param suffix the job's name without `@-` */
  job(suffix: string): Promise<Job>;
  /** Makes another batch over the same recipes. */
  again(): Promise<OwnWork>;
}

let types = 0;

/**
 * Makes batches whose job types no other batch of the file has, and works on them by the public door.
 * @returns what makes such a batch of a graph, in which `@` stands for a name of its own: `@-a @-b<@-a`
 */
export function ownWork(database: () => Database, client: Pick<GraphqlClient, "query">) {
  const { claim, report } = workersDoor(client);
  const operate = (name: string, work: TestWork, jobTypes: { name: string }[]): OwnWork => ({
    ...work,
    take: async (max = 100) => (await claim({ jobTypes, max })).claims.map(({ token }) => token),
    job: async (suffix: string) => {
      const found = (await jobsOf(database(), work.batchId)).find((job) => job.name === `${name}-${suffix}`);
      return database().prisma.job.findUniqueOrThrow({ where: { id: found?.id as number } });
    },
    again: async () => operate(name, await makeWork(database(), "", work.type), jobTypes),
  });
  return {
    workOn: async (graph: string, recipes = 1) => {
      const name = `own-${++types}`;
      const work = await makeWork(database(), graph.replaceAll("@", name), recipes);
      const known = await database().prisma.jobType.findMany({ where: { name: { startsWith: `${name}-` } } });
      return operate(
        name,
        work,
        known.map((type) => ({ name: type.name })),
      );
    },
    report,
    complete: (tokens: readonly string[]) => report(tokens.map((token) => ({ token, completed: {} }))),
    /** Lets them fail for good. */
    fail: (tokens: readonly string[]) => report(tokens.map((token) => ({ token, failed: { error: "broken", retryable: false } }))),
  };
}
