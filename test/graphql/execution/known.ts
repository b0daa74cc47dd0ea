import { execute, type GraphQLSchema, parse } from "graphql";
import type { Db } from "../../../src/db/database.js";
import type { Context } from "../../../src/graphql/context.js";
import type { NodeType } from "../../../src/graphql/relay/globalId.js";

/** What is there to be asked for. */
export interface Known {
  readonly ids: Readonly<Record<NodeType, readonly number[]>>;
  /** Orders of batches, with the cursors of the whole list in each. */
  readonly orders: readonly { readonly orderBy: Order; readonly cursors: readonly string[] }[];
  /** Cursors of the other lists. */
  readonly cursors: Readonly<Record<"recipes" | "jobs" | "recipeTypes" | "jobTypes", readonly string[]>>;
}

export type Order = readonly { readonly field: string; readonly direction: string }[] | null;

const orders: readonly Order[] = [
  null,
  ...[
    ["ID DESC"],
    ["TITLE ASC"],
    ["TITLE DESC"],
    ["STATUS ASC", "CREATED ASC"],
    ["STATUS DESC", "TITLE ASC", "ID ASC"],
    ["RECIPE_TYPE_NAME DESC"],
    ["FAILED_COUNT ASC", "RECIPE_TYPE_VERSION DESC"],
    ["LAST_MODIFIED DESC"],
    ["CREATED ASC"],
    ["TOTAL_COUNT DESC", "CREATED_COUNT DESC"],
  ].map((order) => order.map((text) => ({ field: text.split(" ")[0] as string, direction: text.split(" ")[1] as string }))),
];

const everything = parse(`query ($orderBy: [BatchOrder!]) {
  batches(first: 1000, orderBy: $orderBy) {
    edges { cursor node { recipes { edges { cursor } } jobs { edges { cursor } } } }
  }
  recipeTypes { edges { cursor } }
  jobTypes { edges { cursor } }
}`);

interface Edges {
  readonly edges: readonly { readonly cursor: string }[];
}
interface Everything {
  readonly batches: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly recipes: Edges; readonly jobs: Edges } }[];
  };
  readonly recipeTypes: Edges;
  readonly jobTypes: Edges;
}

/** Looks up what random queries may ask for. */
export async function lookUp(db: Db, schema: GraphQLSchema, contextOf: () => Context): Promise<Known> {
  const idsOf = async (table: string) =>
    (await db.query<{ id: number }>({ text: `SELECT id FROM ${table} ORDER BY id` })).map(({ id }) => id);
  const read = async (orderBy: Order) =>
    (await execute({ schema, document: everything, variableValues: { orderBy }, contextValue: contextOf() })).data as unknown as Everything;
  const lists = await Promise.all(orders.map(read));
  const cursorsOf = ({ edges }: Edges) => edges.map(({ cursor }) => cursor);
  const { batches, recipeTypes, jobTypes } = lists[0] as Everything;
  return {
    ids: {
      Batch: await idsOf("batch"),
      RecipeType: await idsOf("recipe_type"),
      Recipe: await idsOf("recipe"),
      Job: await idsOf("job"),
      JobType: await idsOf("job_type"),
    },
    orders: lists.map((list, i) => ({ orderBy: orders[i] as Order, cursors: cursorsOf(list.batches) })),
    cursors: {
      recipes: batches.edges.flatMap(({ node }) => cursorsOf(node.recipes)),
      jobs: batches.edges.flatMap(({ node }) => cursorsOf(node.jobs)),
      recipeTypes: cursorsOf(recipeTypes),
      jobTypes: cursorsOf(jobTypes),
    },
  };
}
