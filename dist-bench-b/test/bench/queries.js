/** What a list shows of a batch. The usual stack knows these fields too. */
const listed = `
  id title description status createdCount failedCount totalCount created lastModified
  recipeType { id name version title }
  event { type occurred }
  creatorJob { id status priority numExes created queued started ended jobType { id name version title category iconCode } }`;
/** A page of the list of batches. */
export const listQuery = `query List($first: Int!) {
  batches(first: $first) {
    edges { cursor node {${listed} } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
/** One batch with its definition. */
export const detailsQuery = `query Details($id: ID!) {
  batch(id: $id) {${listed}
    definition { version dateRange { type started ended } jobNames allJobs priority }
  }
}`;
export const createMutation = `mutation Create($input: BatchInput!) {
  createBatch(input: $input) {
    batch { id databaseId title status created }
    errors { code path message }
    replayed
  }
}`;
