import { RecipeTypeList } from "../../parts/recipeTypes/RecipeTypeList.js";
import { useAddress } from "../../parts/useAddress.js";
import { useDraft } from "../../parts/useDraft.js";
import { useTitle } from "../../parts/useTitle.js";
import { texts } from "../../texts.js";

/** The recipe types, by a search that stands in the address. */
export function RecipeTypes() {
  useTitle(texts.recipeTypes.title);
  const address = useAddress();
  const draft = useDraft(address);
  return (
    <>
      <div class="pageHead">
        <h1>{texts.recipeTypes.title}</h1>
      </div>
      <RecipeTypeList draft={draft} search={address.get("q")} hrefOf={(databaseId) => `/console/recipe-types/${databaseId}`} />
    </>
  );
}
