import { useState } from "preact/hooks";
import type { BatchLimitsInput } from "../generated/graphql.js";
import { Modal } from "../parts/Modal.js";
import { toast } from "../parts/toast.js";
import { texts } from "../texts.js";
import { change } from "./change.js";
import { limitDocument } from "./documents.js";

interface Limits {
  readonly maxRunningJobs?: number | null | undefined;
  readonly stopAfterFailedJobs?: number | null | undefined;
}

interface Props {
  readonly databaseId: number;
  readonly limits: Limits;
  readonly onClose: () => void;
}

const t = texts.limits;
const names = ["maxRunningJobs", "stopAfterFailedJobs"] as const;

/** Changes the brakes of a batch's work. */
export function LimitsDialog({ databaseId, limits, onClose }: Props) {
  const [values, setValues] = useState(() => ({
    maxRunningJobs: limits.maxRunningJobs?.toString() ?? "",
    stopAfterFailedJobs: limits.stopAfterFailedJobs?.toString() ?? "",
  }));
  const [error, setError] = useState<string | null>(null);
  const limit = (limits: BatchLimitsInput) => change(limitDocument, { id: String(databaseId), limits });
  const read = (text: string) => (text.trim() === "" ? null : Number(text));
  const save = async () => {
    try {
      await limit({ maxRunningJobs: read(values.maxRunningJobs), stopAfterFailedJobs: read(values.stopAfterFailedJobs) });
      const before = { maxRunningJobs: limits.maxRunningJobs ?? null, stopAfterFailedJobs: limits.stopAfterFailedJobs ?? null };
      toast(t.done, { undo: () => void limit(before).catch((error: Error) => toast(error.message, { isError: true })) });
      onClose();
    } catch (refusal) {
      setError((refusal as Error).message);
    }
  };
  return (
    <Modal title={t.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t.says}</p>
        {names.map((name) => (
          <label key={name} class="field">
            <span>{t[name]}</span>
            <input
              type="number"
              min={1}
              max={2147483647}
              step={1}
              placeholder={t.none}
              value={values[name]}
              onInput={({ currentTarget }) => setValues({ ...values, [name]: currentTarget.value })}
            />
          </label>
        ))}
        {error && (
          <p role="alert" class="danger">
            {error}
          </p>
        )}
        <div class="modalActions">
          <button type="button" onClick={onClose}>
            {texts.actions.leave}
          </button>
          <button type="submit" class="primary">
            {t.save}
          </button>
        </div>
      </form>
    </Modal>
  );
}
