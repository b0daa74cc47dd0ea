import { isId } from "../../domain/storable.js";

/** The types of objects that have a global id. */
const nodeTypes = ["Batch", "RecipeType", "Recipe", "Job", "JobType"] as const;
export type NodeType = (typeof nodeTypes)[number];

/** An id that is unique among all objects. It is opaque to clients, and has the type and the database's id inside. */
export const toGlobalId = (type: NodeType, id: number): string => Buffer.from(`${type}:${id}`).toString("base64url");

export function fromGlobalId(globalId: string): { type: NodeType; id: number } | null {
  const [name, id = ""] = Buffer.from(globalId, "base64url").toString().split(":");
  const [type, number] = [nodeTypes.find((each) => each === name), readInteger(id)];
  // An id is taken only as it was made: encoded anew, it must be the same.
  return type !== undefined && number !== null && toGlobalId(type, number) === globalId ? { type, id: number } : null;
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
