import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { text as readText } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { warmUp } from "../dataset/work.js";
import { startGateway, type WebServer } from "../serverProcess.js";
import { jobsAtOnce, timeWorkers, vacuum, type WorkRun } from "./jobWorkers.js";

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
  const { status, text } = await post(`${url}/graphql`, JSON.stringify({ query: mutation, variables: { input: { reports, claim } } }));
  if (status === 503) {
    // It has too much to do at the moment. The time until it takes the request counts.
    await pause(20);
    return askForWork(url, tokens, claim);
  }
  const answer = JSON.parse(text) as Answer;
  const { outcomes = [], claims = [], errors = [answer.errors] } = answer.data?.reportJobs ?? {};
  const refused = [...errors, ...outcomes.flatMap(({ accepted, error }) => (accepted ? [] : [error]))];
  if (refused.length > 0) throw new Error(`Refused with ${status}: ${JSON.stringify(refused[0] ?? answer)}`);
  return claims.map(({ token, job }) => ({ token, jobId: job.databaseId }));
}

const agent = new Agent({ keepAlive: true });

/**
 * Sends JSON by `node:http`. By `fetch`, the workers took 19 ms of a processor for 1,000 jobs instead of 8, which the gateway and PostgreSQL
 * went without.
 */
async function post(url: string, body: string): Promise<{ status: number | undefined; text: string }> {
  const sent = request(url, { method: "POST", agent, headers: { "content-type": "application/json" } });
  sent.end(body);
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return { status: answer.statusCode, text: await readText(answer) };
}

/** Works a batch off over HTTP, at a gateway in a process of its own, which the batch before it has warmed up. */
export async function runGatewayWork(databaseUrl: string, count: number, nodeFlags: readonly string[] = []): Promise<WorkRun> {
  const gateway = await startGateway({ databaseUrl, nodeFlags });
  try {
    await workOff(gateway, "warm", 3 * warmUp.recipes, { jobTypes: warmUp.jobTypes.map((name) => ({ name })) });
    await vacuum(databaseUrl);
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
