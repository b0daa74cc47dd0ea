import { startGateway } from "../serverProcess.js";
import { jobsAtOnce, timeWorkers, type WorkRun } from "./jobWorkers.js";

const mutation = `mutation ($input: ReportJobsInput!) {
  reportJobs(input: $input) {
    outcomes { accepted error { code message } }
    claims { token data }
    errors { code message }
  }
}`;

/** The mutation's answer. */
interface Answer {
  readonly data?: {
    readonly reportJobs: {
      readonly outcomes: readonly { readonly accepted: boolean; readonly error: unknown }[];
      readonly claims: readonly { readonly token: string }[];
      readonly errors: readonly unknown[];
    };
  };
  readonly errors?: unknown;
}

/** Reports jobs as completed, and claims as many. @returns the tokens of those that were claimed @throws where a report is refused */
async function reportAndClaim(url: string, worker: string, requestId: string, tokens: readonly string[]): Promise<string[]> {
  const reports = tokens.map((token) => ({ token, completed: { exitCode: 0 } }));
  const claim = { worker, max: jobsAtOnce, requestId };
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: mutation, variables: { input: { reports, claim } } }),
  });
  const answer = (await response.json()) as Answer;
  const { outcomes = [], claims = [], errors = [answer.errors] } = answer.data?.reportJobs ?? {};
  const refused = [...errors, ...outcomes.flatMap(({ accepted, error }) => (accepted ? [] : [error]))];
  if (refused.length > 0) throw new Error(`Refused: ${JSON.stringify(refused[0])}`);
  return claims.map(({ token }) => token);
}

/** Works a batch off over HTTP, at a gateway in a process of its own. */
export async function runGatewayWork(databaseUrl: string, count: number, nodeFlags: readonly string[] = []): Promise<WorkRun> {
  const gateway = await startGateway({ databaseUrl, nodeFlags });
  try {
    // A worker's children may be queued by another's report, so all go on until all is done.
    let done = 0;
    return await timeWorkers(count, async (worker) => {
      let own = 0;
      for (let tokens: string[] = [], request = 0; done < count; request++) {
        const next = await reportAndClaim(gateway.url, `worker-${worker}`, `${worker}-${request}`, tokens);
        own += tokens.length;
        done += tokens.length;
        tokens = next;
      }
      return own;
    });
  } finally {
    await gateway.stop();
  }
}
