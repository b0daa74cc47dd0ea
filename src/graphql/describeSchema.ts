import type { GraphQLSchema } from "graphql";

const aboutSchema = `Re-processes recipes in bulk: a batch says which, and is expanded in the background into new recipes and jobs that supersede the old.

What a mutation refuses comes as data, in its \`errors\`. Other errors have a code in their \`extensions\`:

- \`BAD_USER_INPUT\`: an argument or a variable is wrong; \`argument\` names it.
- \`NOT_FOUND\`, \`CONFLICT\`, \`TOO_LARGE\`, \`IDEMPOTENCY_MISMATCH\`, \`FORBIDDEN\`: as in \`UserErrorCode\`.
- \`GRAPHQL_PARSE_FAILED\`, \`GRAPHQL_VALIDATION_FAILED\`, \`OPERATION_RESOLUTION_FAILURE\`, \`BAD_REQUEST\`: the document or the request is not valid.
- \`QUERY_TOO_DEEP\`, \`QUERY_TOO_COSTLY\`: the query is over a limit, which is told.
- \`SERVICE_UNAVAILABLE\`: there is too much to do, or the database is away; the same request may succeed later.
- \`INTERNAL_SERVER_ERROR\`: a fault of the gateway; \`errorId\` names it in the log.`;

/** Describes what type-graphql has no place for a description of. */
export function describeSchema(schema: GraphQLSchema): void {
  schema.description = aboutSchema;
  const roots = [
    [schema.getQueryType(), "What can be read."],
    [schema.getMutationType(), "What can be done. What is refused comes as data, in `errors`."],
    [schema.getSubscriptionType(), "What can be followed."],
  ] as const;
  for (const [root, description] of roots) if (root) root.description = description;
}
