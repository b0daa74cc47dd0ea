import { useRoute } from "preact-iso";
import { useQuery } from "../../api/useQuery.js";
import { ErrorNotice, Notice } from "../../parts/Notice.js";
import { SameElsewhere } from "../../parts/SameElsewhere.js";
import { useAddress } from "../../parts/useAddress.js";
import { useTitle } from "../../parts/useTitle.js";
import { texts } from "../../texts.js";
import { BatchesPart } from "./BatchesPart.js";
import { recipeTypePageDocument } from "./documents.js";
import { MetricsPart } from "./MetricsPart.js";
import { RevisionGraph } from "./RevisionGraph.js";
import { RevisionsPart } from "./RevisionsPart.js";
import "./recipeType.css";

const t = texts.recipeType;

/** One recipe type: its graph, its revisions and how they differ, its batches, and how their jobs went from one to the next. */
export function RecipeType() {
  const { id = "" } = useRoute().params;
  const address = useAddress();
  const { data, error, refetch } = useQuery(recipeTypePageDocument, { id });
  const recipeType = data?.recipeType;
  useTitle(recipeType ? `${recipeType.name} ${recipeType.version}` : t.title);
  if (error && !data) return <ErrorNotice isPage error={error} retry={() => void refetch()} />;
  if (data && !recipeType) {
    return (
      <Notice isPage says={t.none}>
        <a href="/console/recipe-types">{texts.recipeTypes.title}</a>
      </Notice>
    );
  }
  return (
    <>
      <div class="pageHead">
        <div class="recipeTypeHead">
          <h1>{recipeType ? `${recipeType.name} ${recipeType.version}` : <span class="skeleton" />}</h1>
          {recipeType && (
            <p class="quiet">
              {[recipeType.title, texts.recipeTypes.revision(recipeType.revisionNum), recipeType.isActive ? "" : texts.recipeTypes.inactive]
                .filter(Boolean)
                .join(" · ")}
            </p>
          )}
        </div>
        <a class="button primary" href={`/console/batches/new?type=${id}`}>
          {texts.batches.create}
        </a>
      </div>
      {recipeType?.description && <p>{recipeType.description}</p>}
      <RevisionGraph id={id} recipeType={recipeType ?? null} address={address} />
      <RevisionsPart id={id} recipeType={recipeType ?? null} address={address} />
      <BatchesPart id={id} name={recipeType?.name ?? ""} />
      <MetricsPart id={id} address={address} />
      <SameElsewhere document={recipeTypePageDocument} variables={{ id }} rest={`/recipe-types/${id}/`} />
    </>
  );
}
