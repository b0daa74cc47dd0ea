import { isId } from "../../domain/storable.js";

/** The types of objects that have a global id. */
export type NodeType = "Batch" | "RecipeType" | "Recipe" | "Job" | "JobType";

const nodeTypes: readonly string[] = ["Batch", "RecipeType", "Recipe", "Job", "JobType"] satisfies NodeType[];

/** An id that is unique among all objects. It is opaque to clients, and has the type and the database's id inside. */
export const toGlobalId = (type: NodeType, id: number): string => Buffer.from(`${type}:${id}`).toString("base64url");

export function fromGlobalId(globalId: string): { type: NodeType; id: number } | null {
  const [type = "", id = "", ...rest] = Buffer.from(globalId, "base64url").toString().split(":");
  const number = readInteger(id);
  if (rest.length > 0 || number === null || !nodeTypes.includes(type)) return null;
  // An id is taken only as it was made: encoded anew, it must be the same.
  return toGlobalId(type as NodeType, number) === globalId ? { type: type as NodeType, id: number } : null;
}

/**
 * The database's id of an object, given by its global id or by that integer itself, as REST callers know it.
 * @returns null where it can't be the id of such an object
 */
export function readId(type: NodeType, id: string): number | null {
  const integer = readInteger(id);
  if (integer !== null) return integer;
  const global = fromGlobalId(id);
  return global?.type === type ? global.id : null;
}

/** An id that is given as an integer; null where it can't be one. */
export const readInteger = (text: string): number | null => (/^\d{1,10}$/.test(text) && isId(Number(text)) ? Number(text) : null);
