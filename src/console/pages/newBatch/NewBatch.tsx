import { useAddress } from "../../parts/useAddress.js";
import { useDraft } from "../../parts/useDraft.js";
import { useTitle } from "../../parts/useTitle.js";
import { texts } from "../../texts.js";
import { ChooseType } from "./ChooseType.js";
import { DefineBatch } from "./DefineBatch.js";
import "./newBatch.css";

const t = texts.newBatch;

/** Defines a batch over a recipe type, shows what it would do, and creates it. All of its state stands in the address. */
export function NewBatch() {
  useTitle(t.title);
  const address = useAddress();
  const draft = useDraft(address);
  return (
    <>
      <div class="pageHead">
        <h1>{t.title}</h1>
      </div>
      {address.get("type") ? <DefineBatch address={address} draft={draft} /> : <ChooseType address={address} draft={draft} />}
    </>
  );
}
