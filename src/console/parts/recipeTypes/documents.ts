import { graphql } from "../../generated/gql.js";

export const recipeTypesDocument = graphql(`
  query RecipeTypes($first: Int!, $search: String, $isActive: Boolean) {
    recipeTypes(first: $first, filter: { search: $search, isActive: $isActive }) {
      totalCount
      nodes { databaseId name version title isActive revisionNum lastModified }
    }
  }
`);
