/** What loading a document did to one of the things that it describes. */
export interface Loaded {
  readonly kind: "JOB_TYPE" | "TRIGGER_RULE" | "RECIPE_TYPE";
  readonly id: number;
  /** Name and version; of a trigger rule, type and name. */
  readonly name: string;
  readonly action: "CREATED" | "UPDATED" | "UNCHANGED";
  /** The fields that an update changed, in the domain's names. */
  readonly changed: readonly string[];
  /** The number of the current revision before and after; `from` is null for what was created. Null: the thing has no revisions. */
  readonly revision: { readonly from: number | null; readonly to: number } | null;
}
