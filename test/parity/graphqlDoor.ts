import type { BatchFilter, BatchOrder, ParityBatchesQueryVariables } from "../support/generated/graphql.js";
import type { GraphqlClient } from "../support/graphql.js";
import { parityBatch, parityBatches, parityCreate, parityJob, parityRecipeType, parityRecipeTypes, parityValidate } from "./documents.js";
import type { Door, Json, Pages, Question, Refused } from "./door.js";

/** GraphQL: names become camelCase on the way in, and snake_case on the way out. */
export function graphqlDoor({ query, answer }: GraphqlClient): Door {
  /** Refusals come as data; those of the schema, as errors. */
  async function mutate(document: typeof parityValidate | typeof parityCreate, variables: Json): Promise<Json | Refused> {
    const { data, errors } = await answer(document as typeof parityCreate, variables);
    if (errors) return { refused: [...new Set(errors.map(({ message }) => blamedBySchema(message)))] };
    const [payload] = Object.values(data ?? {}) as { errors: { path: string[] }[] }[];
    if (payload && payload.errors.length > 0) return { refused: payload.errors.map(({ path }) => path.map(snakeCase).join(".")) };
    return payload;
  }
  return {
    validate: async (input) => {
      const payload = await mutate(parityValidate, { input: toInput(input) });
      return "refused" in payload ? payload : { recipe_count: payload.recipeCount, warnings: payload.warnings };
    },
    create: async (input, idempotencyKey) => {
      const payload = await mutate(parityCreate, { input: toInput(input), idempotencyKey });
      return "refused" in payload ? payload : fromGraphql(payload.batch);
    },
    batch: async (id) => fromGraphql((await query(parityBatch, { id })).batch),
    batches: async (question, pageSize) => {
      const variables = { first: pageSize, filter: filterOf(question), orderBy: question.order?.map(orderOf) };
      const { errors } = await answer(parityBatches, variables);
      if (errors) return { refused: errors.map(({ message }) => blamedBySchema(message)) };
      return pagesOf(async (after) => (await query(parityBatches, { ...variables, after })).batches);
    },
    recipeType: async (id) => fromGraphql((await query(parityRecipeType, { id })).recipeType),
    recipeTypes: ({ name, is_active: isActive }, first) =>
      pagesOf(async (after) => {
        const filter = { ...(name && { name: [...name] }), ...(isActive !== undefined && { isActive }) };
        return (await query(parityRecipeTypes, { first, after, filter })).recipeTypes;
      }),
    job: async (id) => fromGraphql((await query(parityJob, { id })).job),
  };
}

interface Connection {
  readonly totalCount: number;
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function pagesOf(read: (after: string | null) => Promise<Connection>): Promise<Pages> {
  const pages: Json[][] = [];
  for (let after: string | null = null; ; ) {
    const { totalCount, nodes, pageInfo }: Connection = await read(after);
    pages.push(nodes.map((node) => fromGraphql(node)));
    if (!pageInfo.hasNextPage) return { count: totalCount, pages };
    after = pageInfo.endCursor;
  }
}

const notCreated = ["SUBMITTED", "CREATING", "PAUSED", "CANCELED", "FAILED"] as const;

function filterOf({ status, recipe_type_id, recipe_type_name, started, ended }: Question): BatchFilter {
  return {
    ...(status && { status: status.flatMap((state) => (state === "CREATED" ? ["CREATED"] : notCreated)) as BatchFilter["status"] }),
    ...(recipe_type_id && { recipeTypeId: [...recipe_type_id] }),
    ...(recipe_type_name && { recipeTypeName: [...recipe_type_name] }),
    ...(started && { started }),
    ...(ended && { ended }),
  };
}

/** `-recipe_type__name`: RECIPE_TYPE_NAME, descending. */
const orderOf = (order: string): NonNullable<Extract<ParityBatchesQueryVariables["orderBy"], readonly unknown[]>>[number] => ({
  field: order.replace(/^-/, "").replace("__", "_").toUpperCase() as BatchOrder["field"],
  direction: order.startsWith("-") ? "DESC" : "ASC",
});

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The documented input in GraphQL's names; its enum is in capitals. */
function toInput(value: Json): Json {
  if (Array.isArray(value)) return value.map(toInput);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      camelCase(name),
      name === "type" && typeof member === "string" ? member.toUpperCase() : toInput(member),
    ]),
  );
}

const otherNames: Record<string, string> = { databaseId: "id", jobTypeRevision: "job_type_rev" };

/** What GraphQL shows in the documented names and words. Documents within it (a definition, a description) are left as they are. */
function fromGraphql(value: Json, at = ""): Json {
  if (Array.isArray(value)) return value.map((member) => fromGraphql(member));
  if (typeof value !== "object" || value === null) return value;
  const isDocument = at === "description" || (at === "definition" && "input_data" in value);
  if (isDocument) return value;
  const members = Object.entries(value).map(([name, member]) => [otherNames[name] ?? snakeCase(name), fromGraphql(member, name)]);
  const object = Object.fromEntries(members);
  if (at === "dateRange") object.type = object.type.toLowerCase();
  if ("created_count" in object) object.status = object.status === "CREATED" ? "CREATED" : "SUBMITTED";
  return object;
}

/** `Variable "$input" got invalid value 1 at "input.definition.priority"; …` blames `definition.priority`. */
function blamedBySchema(message: string): string {
  const at = /at "([^"]+)";/.exec(message)?.[1] ?? "";
  const [, missing = ""] = /Field "(\w+)"/.exec(message) ?? [];
  const names = [...at.split("."), missing].map((name) => snakeCase(name.replace(/\[\d+\]/g, "")));
  const path = names.filter((name) => name !== "" && name !== "input" && name !== "filter");
  return path[0] === "order_by" ? "order" : path.join(".");
}
