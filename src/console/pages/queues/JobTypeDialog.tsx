import { useState } from "preact/hooks";
import { change } from "../../actions/change.js";
import type { UpdateJobTypeInput } from "../../generated/graphql.js";
import { FormModal } from "../../parts/FormModal.js";
import { LimitField } from "../../parts/TextField.js";
import { toast } from "../../parts/Toasts.js";
import { texts } from "../../texts.js";
import { type QueuedType, updateJobTypeDocument } from "./documents.js";

interface Props {
  readonly jobType: QueuedType;
  /** Null: what is asked is how many may run at once. */
  readonly pauses: boolean | null;
  readonly onClose: () => void;
}

const t = texts.queues;

/** Says what pausing, resuming or limiting a job type will do, before it is done. */
export function JobTypeDialog({ jobType, pauses, onClose }: Props) {
  const { databaseId, name, version, queue, isPaused, maxRunning } = jobType;
  const [limit, setLimit] = useState(maxRunning?.toString() ?? "");
  const update = (input: UpdateJobTypeInput) => change(updateJobTypeDocument, { id: String(databaseId), input });
  const full = `${name} ${version}`;
  const save = async () => {
    await update(pauses === null ? { maxRunning: limit.trim() === "" ? null : Number(limit) } : { isPaused: pauses });
    const before = pauses === null ? { maxRunning: maxRunning ?? null } : { isPaused };
    toast(pauses === null ? t.limited(full) : pauses ? t.paused(full) : t.resumed(full), { undo: () => update(before) });
  };
  return (
    <FormModal
      title={pauses === null ? t.limitTitle(full) : pauses ? t.pauseTitle(full) : t.resumeTitle(full)}
      confirm={pauses === null ? t.limitButton : pauses ? t.pause : t.resume}
      onConfirm={save}
      onClose={onClose}
    >
      <p>{pauses === null ? t.limitSays(queue.running) : pauses ? t.pauseSays(queue.queued, queue.running) : t.resumeSays(queue.queued)}</p>
      {pauses === null && <LimitField label={t.limit} value={limit} onText={setLimit} />}
    </FormModal>
  );
}
