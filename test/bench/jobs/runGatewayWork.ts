import { setTimeout as pause } from "node:timers/promises";
import { warmUp } from "../dataset/work.js";
import { startGateway, type WebServer } from "../serverProcess.js";
import { jobsAtOnce, timeWorkers, type WorkRun } from "./jobWorkers.js";

const mutation = `mutation ($input: ReportJobsInput!) {
  reportJobs(input: $input) {
    outcomes { accepted error { code message } }
    claims { token data job { databaseId } }
    errors { code message }
  }
}`;

/** The mutation's answer. */
interface Answer {
  readonly data?: {
    readonly reportJobs: {
      readonly outcomes: readonly { readonly accepted: boolean; readonly error: unknown }[];
      readonly claims: readonly { readonly token: string; readonly job: { readonly databaseId: number } }[];
      readonly errors: readonly unknown[];
    };
  };
  readonly errors?: unknown;
}

/** A job that was claimed. */
export interface Claimed {
  readonly token: string;
  readonly jobId: number;
}

/** Reports jobs as completed, and claims others. @param claim a `ClaimJobsInput`; null: none @throws where a report is refused */
export async function askForWork(url: string, tokens: readonly string[], claim: object | null): Promise<Claimed[]> {
  const reports = tokens.map((token) => ({ token, completed: { exitCode: 0 } }));
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: mutation, variables: { input: { reports, claim } } }),
  });
  if (response.status === 503) {
    // It has too much to do at the moment. The time until it takes the request counts.
    await response.arrayBuffer();
    await pause(20);
    return askForWork(url, tokens, claim);
  }
  const answer = (await response.json()) as Answer;
  const { outcomes = [], claims = [], errors = [answer.errors] } = answer.data?.reportJobs ?? {};
  const refused = [...errors, ...outcomes.flatMap(({ accepted, error }) => (accepted ? [] : [error]))];
  if (refused.length > 0) throw new Error(`Refused with ${response.status}: ${JSON.stringify(refused[0] ?? answer)}`);
  return claims.map(({ token, job }) => ({ token, jobId: job.databaseId }));
}

/** Works a batch off over HTTP, at a gateway in a process of its own, which the batch before it has warmed up. */
export async function runGatewayWork(databaseUrl: string, count: number, nodeFlags: readonly string[] = []): Promise<WorkRun> {
  const gateway = await startGateway({ databaseUrl, nodeFlags });
  try {
    await workOff(gateway, "warm", 3 * warmUp.recipes, { jobTypes: warmUp.jobTypes.map((name) => ({ name })) });
    return await workOff(gateway, "worker", count);
  } finally {
    await gateway.stop();
  }
}

/** @param choice a part of a `ClaimJobsInput` */
function workOff({ url, pid }: WebServer, name: string, count: number, choice: object = {}): Promise<WorkRun> {
  // A worker's children may be queued by another's report, so all go on until all is done.
  let done = 0;
  return timeWorkers(
    count,
    async (worker) => {
      let own = 0;
      for (let tokens: string[] = [], request = 0; done < count; request++) {
        const claim = { ...choice, worker: `${name}-${worker}`, max: jobsAtOnce, requestId: `${worker}-${request}` };
        const next = await askForWork(url, tokens, claim);
        own += tokens.length;
        done += tokens.length;
        tokens = next.map(({ token }) => token);
      }
      return own;
    },
    pid,
  );
}
