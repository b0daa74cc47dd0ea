import type { ComponentProps } from "preact";
import { texts } from "../texts.js";

interface Text {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** A field under the words that say what it is. */
export const TextField = ({ label, onText, ...input }: Text & ComponentProps<"input">) => (
  <label class="field">
    <span>{label}</span>
    <input {...input} onInput={({ currentTarget }) => onText(currentTarget.value)} />
  </label>
);

/** A number of jobs at most; empty where there is no limit. */
export const LimitField = (text: Text) => <TextField type="number" min={1} max={2147483647} placeholder={texts.limits.none} {...text} />;
