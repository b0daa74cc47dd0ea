import { graphql } from "../../generated/gql.js";
import type { QueuesQuery } from "../../generated/graphql.js";

export const queuesDocument = graphql(`
  query Queues {
    jobTypes(first: 500, filter: { isSystem: false }) {
      totalCount
      nodes {
        databaseId
        name
        version
        title
        isPaused
        maxRunning
        queue { queued held running oldest lastClaim }
      }
    }
    workers { name running lastSeen }
  }
`);

export const updateJobTypeDocument = graphql(`
  mutation UpdateJobType($id: ID!, $input: UpdateJobTypeInput!) {
    change: updateJobType(id: $id, input: $input) { errors { message } }
  }
`);

export type QueuedType = QueuesQuery["jobTypes"]["nodes"][number];
