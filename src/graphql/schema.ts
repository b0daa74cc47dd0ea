import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { GraphQLJSONObject } from "graphql-scalars";
import { buildSchema } from "type-graphql";
import { BatchComparisonResolver } from "./batch/BatchComparisonResolver.js";
import { BatchMutations } from "./batch/BatchMutations.js";
import { BatchRecipeResolver } from "./batch/BatchParts.js";
import { BatchResolver } from "./batch/BatchResolver.js";
import { BatchSubscriptions } from "./batch/BatchSubscriptions.js";
import { describeSchema } from "./describeSchema.js";
import { attachResolvers } from "./execution/attachResolvers.js";
import { guardSchema } from "./guardSchema.js";
import { JobResolver } from "./job/JobResolver.js";
import { JobTypeResolver } from "./job/JobTypeResolver.js";
import { RecipeResolver } from "./recipe/RecipeResolver.js";
import { RecipeTypeResolver } from "./recipeType/RecipeTypeResolver.js";
import { NodeResolver } from "./relay/NodeResolver.js";
import { DateTime } from "./scalars.js";
import { ViewerResolver } from "./viewer/ViewerResolver.js";
import { WebhookMutations } from "./webhook/WebhookMutations.js";
import { WebhookResolver } from "./webhook/WebhookResolver.js";
import { JobClaimResolver } from "./work/JobClaimResolver.js";
import { OperatorMutations } from "./work/OperatorMutations.js";
import { QueueSubscriptions } from "./work/QueueSubscriptions.js";
import { WorkerMutations } from "./work/WorkerMutations.js";
import { WorkerResolver } from "./work/WorkerResolver.js";

/** The executable schema. `schema.graphql` beside this file is what it looks like to clients; a test keeps them the same. */
export async function buildGraphqlSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeResolver,
      BatchResolver,
      BatchComparisonResolver,
      BatchMutations,
      BatchSubscriptions,
      BatchRecipeResolver,
      RecipeTypeResolver,
      RecipeResolver,
      JobResolver,
      JobTypeResolver,
      JobClaimResolver,
      WorkerMutations,
      OperatorMutations,
      WorkerResolver,
      QueueSubscriptions,
      ViewerResolver,
      WebhookResolver,
      WebhookMutations,
    ],
    scalarsMap: [
      { type: Object, scalar: GraphQLJSONObject },
      { type: Date, scalar: DateTime },
    ],
    // The domain says what is wrong with an input, for both doors alike.
    validate: false,
    pubSub: noPubSub,
  });
  attachResolvers(schema);
  guardSchema(schema);
  describeSchema(schema);
  return schema;
}

/** The schema in the schema definition language, in alphabetical order, so that a change shows as just that. */
export const printSdl = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

/** type-graphql asks for a PubSub, but every subscription here has a source of its own. */
const noPubSub = {
  publish: () => {},
  subscribe: (): never => {
    throw new Error("There is no publisher");
  },
};
