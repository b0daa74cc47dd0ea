import { askGateway, type Endpoint } from "../../gateway/askGateway.js";
import { Refusal } from "../../gateway/gatewayErrors.js";
import type { FindRecipeTypesQuery } from "../../generated/graphql.js";
import { recipeTypesDocument } from "../gateway/documents.js";

/** A recipe type, as far as an option names one. */
export type FoundRecipeType = FindRecipeTypesQuery["recipeTypes"]["nodes"][number];

/**
 * Finds what --recipe-type means: an id, NAME@VERSION, or all versions of NAME.
 * @returns at least one
 * @throws {Refusal} where there is none
 */
export async function findRecipeTypes(endpoint: Endpoint, text: string): Promise<FoundRecipeType[]> {
  const at = text.lastIndexOf("@");
  const [name, version] = at > 0 ? [text.slice(0, at), text.slice(at + 1)] : [text, null];
  const { recipeType, recipeTypes } = await askGateway(endpoint, recipeTypesDocument, { id: text, names: [text, name] });
  // A name may hold an @ itself.
  const named = recipeTypes.nodes.filter((type) => type.name === text || (type.name === name && type.version === version));
  const found = recipeType && (/^\d+$/.test(text) || named.length === 0) ? [recipeType] : named;
  if (found.length > 0) return found;
  const others = recipeTypes.nodes.map(nameOf);
  throw refused("NOT_FOUND", `there is no recipe type ${JSON.stringify(text)}${others.length > 0 ? `, but ${others.join(", ")}` : ""}`);
}

/**
 * Finds the one recipe type that --recipe-type means.
 * @throws {Refusal} where there is none, or more than one version
 */
export async function findRecipeType(endpoint: Endpoint, text: string): Promise<FoundRecipeType> {
  const [first, ...others] = await findRecipeTypes(endpoint, text);
  if (first && others.length === 0) return first;
  const names = [first as FoundRecipeType, ...others].map(nameOf).join(", ");
  throw refused("INVALID", `${JSON.stringify(text)} has several versions, name one of ${names}`);
}

const nameOf = ({ name, version }: FoundRecipeType): string => `${name}@${version}`;

const refused = (code: string, message: string): Refusal => new Refusal([{ code, path: ["recipeTypeId"], message }]);
