import { graphql } from "../../generated/gql.js";
import type { QueuedTypeFragment } from "../../generated/graphql.js";

export const queuedType = graphql(`
  fragment QueuedType on JobType {
    databaseId
    name
    version
    isPaused
    maxRunning
    queue { queued held running oldest lastClaim }
  }
`);

export const queuesDocument = graphql(`
  query Queues {
    jobTypes(first: 500, filter: { isSystem: false }) {
      nodes { ...QueuedType }
    }
    workers { name running lastSeen }
  }
`);

export const watchQueuesDocument = graphql(`
  subscription WatchQueues {
    queues {
      jobTypes { ...QueuedType }
      workers { name running lastSeen }
    }
  }
`);

export const updateJobTypeDocument = graphql(`
  mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {
    change: updateJobType(id: $id, input: $input) { errors { message } }
  }
`);

export type QueuedType = QueuedTypeFragment;
