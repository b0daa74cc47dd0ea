import { keepPreviousData } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import { useQuery } from "../../api/useQuery.js";
import { texts } from "../../texts.js";
import { ErrorNotice, Notice } from "../Notice.js";
import { SearchField } from "../SearchField.js";
import { Time } from "../Time.js";
import { useAddress } from "../useAddress.js";
import { recipeTypesDocument } from "./documents.js";
import "./recipeTypeList.css";

const t = texts.recipeTypes;
const [pageSize, maxPageSize] = [50, 1000];

interface Props {
  readonly hrefOf: (databaseId: number) => string;
  readonly isActive?: boolean;
}

/** The recipe types by a search, which stands in the address, each a link. */
export function RecipeTypeList({ hrefOf, isActive }: Props) {
  const search = useAddress().get("q");
  const [first, setFirst] = useState(pageSize);
  useEffect(() => setFirst(pageSize), [search]);
  const variables = { first, search: search || null, isActive: isActive ?? null };
  const { data, error, refetch } = useQuery(recipeTypesDocument, variables, { placeholderData: keepPreviousData });
  const found = data?.recipeTypes;
  return (
    <>
      <search>
        <SearchField label={t.search} class="recipeTypeSearch" />
      </search>
      {error ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : found?.totalCount === 0 ? (
        <Notice says={search ? t.noneMatches : t.none}>{!search && <pre>npm run load -- --sample</pre>}</Notice>
      ) : (
        <>
          <p class="quiet numbers" role="status">
            {found ? t.total(found.nodes.length, found.totalCount) : texts.loading}
          </p>
          <ul class="recipeTypeList bare" aria-busy={!found}>
            {found
              ? found.nodes.map(({ databaseId, name, version, title, isActive: active, revisionNum, lastModified }) => (
                  <li key={databaseId}>
                    <a href={hrefOf(databaseId)}>
                      {name} {version}
                    </a>
                    <span>{title}</span>
                    <span class="quiet numbers">
                      {t.revision(revisionNum)} · <Time at={lastModified} />
                      {!active && ` · ${t.inactive}`}
                    </span>
                  </li>
                ))
              : Array.from({ length: 6 }, (_, index) => (
                  <li key={`waiting ${index}`}>
                    <span class="skeleton" />
                  </li>
                ))}
          </ul>
          {found && found.nodes.length < found.totalCount && first < maxPageSize && (
            <button type="button" onClick={() => setFirst(Math.min(maxPageSize, 2 * first))}>
              {texts.batches.more}
            </button>
          )}
        </>
      )}
    </>
  );
}
