import type { Field, Remark } from "./remarksOf.js";

interface Props {
  readonly of: Field;
  readonly remarks: ReadonlyMap<Field, readonly Remark[]>;
}

/** What the gateway says of a part of the form. The part's `aria-describedby` names it. */
export const Remarks = ({ of, remarks }: Props) => (
  <ul class="remarks bare" id={`remarks-${of}`}>
    {remarks.get(of)?.map(({ text, isError }) => (
      <li key={text} data-error={isError}>
        <span aria-hidden="true">{isError ? "✕" : "!"}</span> {text}
      </li>
    ))}
  </ul>
);
