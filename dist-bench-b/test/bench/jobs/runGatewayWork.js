import { setTimeout as pause } from "node:timers/promises";
import { startGateway } from "../serverProcess.js";
import { jobsAtOnce, timeWorkers } from "./jobWorkers.js";
const mutation = `mutation ($input: ReportJobsInput!) {
  reportJobs(input: $input) {
    outcomes { accepted error { code message } }
    claims { token data job { databaseId } }
    errors { code message }
  }
}`;
/** Reports jobs as completed, and claims others. @param claim a `ClaimJobsInput`; null: none @throws where a report is refused */
export async function askForWork(url, tokens, claim) {
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
    const answer = (await response.json());
    const { outcomes = [], claims = [], errors = [answer.errors] } = answer.data?.reportJobs ?? {};
    const refused = [...errors, ...outcomes.flatMap(({ accepted, error }) => (accepted ? [] : [error]))];
    if (refused.length > 0)
        throw new Error(`Refused with ${response.status}: ${JSON.stringify(refused[0] ?? answer)}`);
    return claims.map(({ token, job }) => ({ token, jobId: job.databaseId }));
}
/** Works a batch off over HTTP, at a gateway in a process of its own. */
export async function runGatewayWork(databaseUrl, count, nodeFlags = []) {
    const gateway = await startGateway({ databaseUrl, nodeFlags });
    try {
        // A worker's children may be queued by another's report, so all go on until all is done.
        let done = 0;
        return await timeWorkers(count, async (worker) => {
            let own = 0;
            for (let tokens = [], request = 0; done < count; request++) {
                const claim = { worker: `worker-${worker}`, max: jobsAtOnce, requestId: `${worker}-${request}` };
                const next = await askForWork(gateway.url, tokens, claim);
                own += tokens.length;
                done += tokens.length;
                tokens = next.map(({ token }) => token);
            }
            return own;
        }, gateway.pid);
    }
    finally {
        await gateway.stop();
    }
}
