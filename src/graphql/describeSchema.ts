import type { GraphQLSchema } from "graphql";
import { errorMeanings } from "./errorMeanings.js";

const aboutSchema = `Re-processes recipes in bulk: a batch says which, and is expanded in the background into new recipes and jobs that supersede the old. Workers claim the jobs (\`claimJobs\`), run them, and report how they end (\`reportJobs\`).

What a mutation refuses comes as data, in its \`errors\`. Other errors have a code in their \`extensions\`:

${errorMeanings.map(([codes, meaning]) => `- ${codes.map((code) => `\`${code}\``).join(", ")}: ${meaning}`).join("\n")}`;

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
