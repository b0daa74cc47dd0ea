import type { Prisma } from "../db/generated/client.js";
import { canonicalJson } from "./canonicalJson.js";
import type { Loaded } from "./loaded.js";

/**
 * Finds the fields whose wanted value differs from the stored one. Values are compared as JSON, whatever the order of their keys. A field
 * whose wanted value is undefined stays as it is.
 */
export function changedFields<Fields extends object>(stored: { readonly [Key in keyof Fields]: unknown }, wanted: Fields): Partial<Fields> {
  const changes: Partial<Fields> = {};
  for (const key of Object.keys(wanted) as (keyof Fields)[]) {
    if (wanted[key] !== undefined && canonicalJson(wanted[key]) !== canonicalJson(stored[key])) changes[key] = wanted[key];
  }
  return changes;
}

/**
 * The change of the time of archiving, which follows from a change of whether something is active. It is empty where that does not change.
 */
export const archivedOf = ({ isActive }: { isActive?: boolean | undefined }): { archived?: Date | null } =>
  isActive === undefined ? {} : { archived: isActive ? null : new Date() };

/** Something of the catalogue whose document makes a new revision whenever it changes. */
export interface Revisioned<Fields extends object> {
  readonly kind: Loaded["kind"];
  /** Name and version. */
  readonly name: string;
  /** Null where it is not stored yet. */
  readonly stored: (Readonly<Record<keyof Fields, unknown>> & { readonly id: number; readonly revisionNum: number }) | null;
  readonly fields: Fields;
  /** The document of which there are revisions: the name of its field, what is stored, and what is to be stored. */
  readonly document: { readonly name: string; readonly stored: unknown; readonly wanted: Prisma.InputJsonObject };
  /** @returns the new thing's id */
  create(): Promise<number>;
  /** @param newRevision its number; null where the document has not changed */
  update(id: number, changes: Partial<Fields>, newRevision: number | null): Promise<unknown>;
}

/** Creates something of the catalogue, or brings the stored one in line with what was loaded. */
export async function saveRevisioned<Fields extends object>(thing: Revisioned<Fields>): Promise<Loaded> {
  const { kind, name, stored, fields, document } = thing;
  if (!stored) return { kind, name, id: await thing.create(), action: "CREATED", changed: [], revision: { from: null, to: 1 } };
  const { id, revisionNum: from } = stored;
  const changes = changedFields(stored, fields);
  const isRedefined = canonicalJson(document.stored) !== canonicalJson(document.wanted);
  const changed = [...(isRedefined ? [document.name] : []), ...Object.keys(changes)];
  const revision = { from, to: isRedefined ? from + 1 : from };
  if (changed.length > 0) await thing.update(id, changes, isRedefined ? revision.to : null);
  return { kind, name, id, action: changed.length > 0 ? "UPDATED" : "UNCHANGED", changed, revision };
}
