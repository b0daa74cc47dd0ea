import { expect } from "vitest";
import type { BatchFilter, BatchOrder, BatchPageQueryVariables } from "./generated/graphql.js";
import { graphql } from "./generated/index.js";
import type { GraphqlClient } from "./graphql.js";

export const batchPage = graphql(`
  query BatchPage($first: Int, $after: String, $last: Int, $before: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {
    batches(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      edges { cursor node { databaseId } }
      nodes { databaseId }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);

/** What is asked for on every page. */
export interface Question {
  readonly orderBy?: BatchOrder[];
  readonly filter?: BatchFilter;
}

/** Reads one page, and checks what is true of every page. */
export async function readPage({ query }: GraphqlClient, variables: BatchPageQueryVariables) {
  const { batches } = await query(batchPage, variables);
  const { edges, nodes, pageInfo } = batches;
  expect(nodes).toEqual(edges.map(({ node }) => node));
  expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
  expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
  return { ids: nodes.map(({ databaseId }) => databaseId), cursors: edges.map(({ cursor }) => cursor), ...pageInfo };
}

/** The ids of the whole list, read page by page from its start. */
export async function walkForward(client: GraphqlClient, question: Question, size: number): Promise<number[]> {
  const ids: number[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page = await readPage(client, { ...question, first: size, after });
    expect(page.hasPreviousPage).toBe(after !== null);
    if (page.hasNextPage) expect(page.ids).toHaveLength(size);
    ids.push(...page.ids);
    if (!page.hasNextPage) return ids;
    after = page.endCursor;
  }
}

/** The ids of the whole list, read page by page from its end. */
export async function walkBackward(client: GraphqlClient, question: Question, size: number): Promise<number[]> {
  const ids: number[] = [];
  let before: string | null = null;
  for (;;) {
    const page: Page = await readPage(client, { ...question, last: size, before });
    expect(page.hasNextPage).toBe(before !== null);
    if (page.hasPreviousPage) expect(page.ids).toHaveLength(size);
    ids.unshift(...page.ids);
    if (!page.hasPreviousPage) return ids;
    before = page.startCursor;
  }
}

type Page = Awaited<ReturnType<typeof readPage>>;
