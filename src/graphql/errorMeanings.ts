/** All codes that a GraphQL error may have in its `extensions`, Apollo's own among them, and what they mean to a client. */
export const errorMeanings = [
  [["BAD_USER_INPUT"], "an argument or a variable is wrong; `argument` names it."],
  [["NOT_FOUND", "CONFLICT", "TOO_LARGE", "IDEMPOTENCY_MISMATCH", "FORBIDDEN"], "as in `UserErrorCode`; an answer, too, can be TOO_LARGE."],
  [["UNAUTHENTICATED"], "nothing says who asks, or what says so is not valid, such as a token that has expired."],
  [
    ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "OPERATION_RESOLUTION_FAILURE", "BAD_REQUEST", "PERSISTED_QUERY_NOT_SUPPORTED"],
    "the document or the request is not valid.",
  ],
  [["QUERY_TOO_DEEP", "QUERY_TOO_COSTLY"], "the query is over a limit, which is told."],
  [["DEADLINE_EXCEEDED"], "the request took too long and was ended; a change that had begun was finished."],
  [["TOO_MANY_OPERATIONS"], "too many operations are in hand on one WebSocket; one more is taken when another has ended."],
  [["PERSISTED_DOCUMENT_NOT_FOUND"], "no trusted document has the `documentId`."],
  [["PERSISTED_DOCUMENT_REQUIRED"], "only trusted documents are run, and this is none."],
  [["TOO_MANY_REQUESTS"], "the address or the actor has asked too often within a second."],
  [["SERVICE_UNAVAILABLE"], "there is too much to do, or the database is away; the same request may succeed later."],
  [["INTERNAL_SERVER_ERROR"], "a fault of the gateway; `errorId` names it in the log."],
] as const;

export type GraphqlErrorCode = (typeof errorMeanings)[number][0][number];
