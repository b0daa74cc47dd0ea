import { answer, graphqlRequest } from "../load.js";
export const pageSize = 100;
const longestStep = 1000;
/** Few fields: what grows with the table is finding the page, not showing it. */
const pageQuery = `query Page($first: Int!, $after: String, $filter: BatchFilter, $orderBy: [BatchOrder!]) {
  batches(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges { cursor node { id title status lastModified } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const stepQuery = pageQuery.replace(/edges \{.*\}\n/, "");
const countQuery = "query Count($filter: BatchFilter) { batches(first: 0, filter: $filter) { totalCount } }";
export const countRequest = (filter) => graphqlRequest(countQuery, { filter });
export const pageRequest = ({ order, filter }, after) => graphqlRequest(pageQuery, { first: pageSize, after, filter, orderBy: [{ field: order }] });
/** Walks to a page by cursors. @returns it, or the list's last full page */
export async function walkTo(server, list, page) {
    const { order, filter } = list;
    const { totalCount } = (await ask(server, countRequest(filter)));
    const number = Math.max(1, Math.min(page, Math.floor(totalCount / pageSize)));
    let after = null;
    for (let left = (number - 1) * pageSize; left > 0; left -= longestStep) {
        const step = graphqlRequest(stepQuery, { first: Math.min(left, longestStep), after, filter, orderBy: [{ field: order }] });
        after = (await ask(server, step)).pageInfo.endCursor;
    }
    return { number, request: pageRequest(list, after) };
}
async function ask(server, request) {
    const { data, errors } = JSON.parse(await answer(server, request));
    if (errors)
        throw new Error(`A list was not given: ${JSON.stringify(errors)}`);
    return data.batches;
}
