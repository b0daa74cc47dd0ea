import { graphql } from "../support/generated/index.js";

export const createBatchDocument = graphql(`
  mutation CreateBatch($input: BatchInput!, $idempotencyKey: String) {
    createBatch(input: $input, idempotencyKey: $idempotencyKey) {
      replayed
      errors { code path message }
      batch { id databaseId status title }
    }
  }
`);
