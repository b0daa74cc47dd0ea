import { graphql } from "./generated/index.js";

export const requeueJobs = graphql(`
  mutation RequeueJobs($input: SelectJobsInput!) {
    requeueJobs(input: $input) { count errors { code path message } }
  }
`);

export const cancelJobs = graphql(`
  mutation CancelJobs($input: SelectJobsInput!) {
    cancelJobs(input: $input) { count errors { code path message } }
  }
`);

export const updateJobType = graphql(`
  mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {
    updateJobType(id: $id, input: $input) { jobType { databaseId isPaused maxRunning } errors { code path message } }
  }
`);

export const limitBatch = graphql(`
  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {
    updateBatch(id: $id, input: { limits: $limits }) {
      errors { code path message }
      batch { title limits { maxRunningJobs stopAfterFailedJobs } lastModified }
    }
  }
`);

export const workOf = graphql(`
  query BrakedWork($id: ID!) {
    batch(id: $id) {
      status
      limits { maxRunningJobs stopAfterFailedJobs }
      work {
        state finished recipesCompleted
        jobs { pending blocked queued running failed completed canceled }
      }
      workEvents { from to actor reason
      }
    }
  }
`);
