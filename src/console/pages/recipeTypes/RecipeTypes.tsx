import { RecipeTypeList } from "../../parts/recipeTypes/RecipeTypeList.js";
import { useTitle } from "../../parts/useTitle.js";
import { texts } from "../../texts.js";

/** The recipe types. */
export function RecipeTypes() {
  useTitle(texts.recipeTypes.title);
  return (
    <>
      <div class="pageHead">
        <h1>{texts.recipeTypes.title}</h1>
      </div>
      <RecipeTypeList hrefOf={(databaseId) => `/console/recipe-types/${databaseId}`} />
    </>
  );
}
