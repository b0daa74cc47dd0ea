import { graphql } from "../../generated/index.js";

export const claimedJob = graphql(`
  fragment ClaimedJob on JobClaim {
    token
    attempt
    traceparent @include(if: $isTraced)
    data
    files { databaseId name mediaType size uri dataStarted dataEnded }
    job {
      id
      databaseId
      timeout
      jobType {
        id
        name
        version
        cpusRequired @include(if: $isForEngine)
        memRequired @include(if: $isForEngine)
      }
    }
  }
`);

export const claimDocument = graphql(`
  mutation ClaimJobs($input: ClaimJobsInput!, $isTraced: Boolean!, $isForEngine: Boolean!) {
    claimJobs(input: $input) {
      claims { ...ClaimedJob }
      errors { code path message }
    }
  }
`);

export const reportDocument = graphql(`
  mutation ReportJobs($input: ReportJobsInput!, $isTraced: Boolean!, $isForEngine: Boolean!) {
    reportJobs(input: $input) {
      outcomes {
        error { code path message }
        shouldStop
      }
      claims { ...ClaimedJob }
      errors { code path message }
    }
  }
`);
