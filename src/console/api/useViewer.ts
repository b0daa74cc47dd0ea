import { graphql } from "../generated/gql.js";
import type { Role, ViewerQuery } from "../generated/graphql.js";
import { useQuery } from "./useQuery.js";

export const viewerDocument = graphql(`
  query Viewer {
    viewer { name role }
  }
`);

/** Who asks; null until that is known. */
export function useViewer(): ViewerQuery["viewer"] | null {
  const { data } = useQuery(viewerDocument, {}, { staleTime: 60_000 });
  return data?.viewer ?? null;
}

/** Who may change batches, jobs and job types. */
export const mayChange = (role: Role | undefined): boolean => role === "OPERATOR" || role === "ADMIN";
