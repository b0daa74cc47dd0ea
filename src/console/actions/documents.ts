import { graphql } from "../generated/gql.js";

export const cancelDocument = graphql(`
  mutation CancelBatch($id: ID!, $reason: String) {
    change: cancelBatch(id: $id, reason: $reason) { errors { message } }
  }
`);

export const pauseDocument = graphql(`
  mutation PauseBatch($id: ID!, $reason: String) {
    change: pauseBatch(id: $id, reason: $reason) { errors { message } }
  }
`);

export const resumeDocument = graphql(`
  mutation ResumeBatch($id: ID!) {
    change: resumeBatch(id: $id) { errors { message } }
  }
`);

export const retryDocument = graphql(`
  mutation RetryBatch($id: ID!) {
    change: retryBatch(id: $id) { batch { databaseId } errors { message } }
  }
`);

export const requeueDocument = graphql(`
  mutation RequeueJobs($input: SelectJobsInput!) {
    change: requeueJobs(input: $input) { count errors { message } }
  }
`);

export const limitDocument = graphql(`
  mutation LimitBatch($id: ID!, $limits: BatchLimitsInput!) {
    change: updateBatch(id: $id, input: { limits: $limits }) { errors { message } }
  }
`);
