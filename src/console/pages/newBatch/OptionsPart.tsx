import { TextField } from "../../parts/TextField.js";
import type { Draft } from "../../parts/useDraft.js";
import { texts } from "../../texts.js";
import { Remarks } from "./Remarks.js";
import type { Field, Remark } from "./remarksOf.js";

const t = texts.newBatch;

interface Props {
  readonly draft: Draft;
  readonly remarks: ReadonlyMap<Field, readonly Remark[]>;
}

/** How the jobs are run, and what people are told of the batch. */
export function OptionsPart({ draft, remarks }: Props) {
  const number = (name: "priority" | "running" | "stop", min: number) => (
    <div>
      <TextField
        label={t.options[name]}
        type="number"
        min={min}
        value={draft.get(name)}
        aria-describedby={`hint-${name} remarks-${name}`}
        onText={(text) => draft.change({ [name]: text })}
      />
      <p class="quiet newBatchHint" id={`hint-${name}`}>
        {t.hints[name]}
      </p>
      <Remarks of={name} remarks={remarks} />
    </div>
  );
  return (
    <section>
      <h2>{t.optionsTitle}</h2>
      <div class="newBatchOptions">
        {number("priority", -2_147_483_648)}
        {number("running", 1)}
        {number("stop", 1)}
      </div>
      <TextField
        label={t.options.title}
        maxLength={50}
        value={draft.get("title")}
        aria-describedby="remarks-title"
        onText={(title) => draft.change({ title })}
      />
      <Remarks of="title" remarks={remarks} />
      <label class="field">
        {t.options.description}
        <textarea
          rows={3}
          maxLength={5000}
          value={draft.get("description")}
          aria-describedby="remarks-description"
          onInput={({ currentTarget }) => draft.change({ description: currentTarget.value })}
        />
      </label>
      <Remarks of="description" remarks={remarks} />
    </section>
  );
}
