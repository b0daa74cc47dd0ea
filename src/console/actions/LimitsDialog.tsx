import { useState } from "preact/hooks";
import type { BatchLimitsInput } from "../generated/graphql.js";
import { FormModal } from "../parts/FormModal.js";
import { LimitField } from "../parts/TextField.js";
import { toast } from "../parts/Toasts.js";
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
  const limit = (limits: BatchLimitsInput) => change(limitDocument, { id: String(databaseId), limits });
  const read = (text: string) => (text.trim() === "" ? null : Number(text));
  const save = async () => {
    await limit({ maxRunningJobs: read(values.maxRunningJobs), stopAfterFailedJobs: read(values.stopAfterFailedJobs) });
    const before = { maxRunningJobs: limits.maxRunningJobs ?? null, stopAfterFailedJobs: limits.stopAfterFailedJobs ?? null };
    toast(t.done, { undo: () => limit(before) });
  };
  return (
    <FormModal title={t.title} confirm={t.save} onConfirm={save} onClose={onClose}>
      <p>{t.says}</p>
      {names.map((name) => (
        <LimitField key={name} label={t[name]} value={values[name]} onText={(text) => setValues({ ...values, [name]: text })} />
      ))}
    </FormModal>
  );
}
