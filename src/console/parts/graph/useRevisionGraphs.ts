import { keepPreviousData } from "@tanstack/preact-query";
import { useMemo } from "preact/hooks";
import { useQuery } from "../../api/useQuery.js";
import { graphql } from "../../generated/gql.js";
import { readRecipeGraph } from "./recipeGraph.js";

const definitionsDocument = graphql(`
  query Definitions($id: ID!, $revisionNum: [Int!]!) {
    recipeType(id: $id) { revisions(revisionNum: $revisionNum) { revisionNum definition } }
  }
`);

/** The graphs of some revisions of a recipe type, by their numbers; `graphs` is null while they are loaded. */
export function useRevisionGraphs(id: string, revisionNum: number[], enabled: boolean) {
  const options = { enabled, placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY };
  const { data, error, refetch } = useQuery(definitionsDocument, { id, revisionNum }, options);
  const revisions = data?.recipeType?.revisions;
  const graphs = useMemo(
    () => new Map(revisions?.map((revision) => [revision.revisionNum, readRecipeGraph(revision.definition)])),
    [revisions],
  );
  return { graphs: data ? graphs : null, error, refetch };
}
