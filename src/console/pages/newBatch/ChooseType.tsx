import { RecipeTypeList } from "../../parts/recipeTypes/RecipeTypeList.js";
import type { Address } from "../../parts/useAddress.js";
import type { Draft } from "../../parts/useDraft.js";
import { texts } from "../../texts.js";

/** The first step: whose recipes the batch re-processes. Names of jobs and the like of another type are dropped. */
export const ChooseType = ({ address, draft }: { readonly address: Address; readonly draft: Draft }) => (
  <section>
    <h2>{texts.newBatch.chooseType}</h2>
    <RecipeTypeList
      draft={draft}
      search={address.get("q")}
      isActive
      hrefOf={(databaseId) => address.with({ type: String(databaseId), q: null, jobs: null, rev: null })}
    />
  </section>
);
