import type { ClaimJobsInput, JobReportInput } from "./generated/graphql.js";
import { graphql } from "./generated/index.js";
import type { GraphqlClient } from "./graphql.js";

export const claimJobs = graphql(`
  mutation ClaimJobs($input: ClaimJobsInput!) {
    claimJobs(input: $input) {
      claims {
        token attempt data leaseExpires timesOut
        job { databaseId status numExes jobType { name } }
        files { databaseId name mediaType size uri dataStarted dataEnded }
      }
      errors { code path message }
    }
  }
`);

export const reportJobs = graphql(`
  mutation ReportJobs($input: ReportJobsInput!) {
    reportJobs(input: $input) {
      outcomes { token accepted error { code path message } job { databaseId status } leaseExpires shouldStop }
      claims { token job { databaseId jobType { name } } }
      errors { code path message }
    }
  }
`);

/** Claims and reports by the public door. */
export const workersDoor = ({ query }: Pick<GraphqlClient, "query">) => ({
  claim: async (input: Partial<ClaimJobsInput> = {}) =>
    (await query(claimJobs, { input: { worker: "tester", max: 100, leaseSeconds: 60, waitSeconds: 0, ...input } })).claimJobs,
  report: async (reports: JobReportInput[], claim?: Partial<ClaimJobsInput>) => {
    const order = claim && { worker: "tester", max: 100, leaseSeconds: 60, waitSeconds: 0, ...claim };
    return (await query(reportJobs, { input: { reports, claim: order } })).reportJobs;
  },
});
