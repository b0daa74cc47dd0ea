import { RecipeTypeList } from "../../parts/recipeTypes/RecipeTypeList.js";
import { type Address, useAddress } from "../../parts/useAddress.js";
import { useTitle } from "../../parts/useTitle.js";
import { texts } from "../../texts.js";
import { DefineBatch } from "./DefineBatch.js";
import "./newBatch.css";

const t = texts.newBatch;

/** Defines a batch over a recipe type, shows what it would do, and creates it. All of its state stands in the address. */
export function NewBatch() {
  useTitle(t.title);
  const address = useAddress();
  return (
    <>
      <div class="pageHead">
        <h1>{t.title}</h1>
      </div>
      {address.get("type") ? <DefineBatch address={address} /> : <ChooseType address={address} />}
    </>
  );
}

/** The first step: whose recipes the batch re-processes. Names of jobs and the like of another type are dropped. */
const ChooseType = ({ address }: { readonly address: Address }) => (
  <section>
    <h2>{t.chooseType}</h2>
    <RecipeTypeList isActive hrefOf={(databaseId) => address.with({ type: String(databaseId), q: null, jobs: null, rev: null })} />
  </section>
);
