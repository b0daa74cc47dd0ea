import { InvalidArgumentError } from "commander";

/** Reads a comma-separated option. */
export function readList(text: string): string[] {
  const items = text.split(",").map((item) => item.trim());
  if (items.every((item) => item !== "")) return items;
  throw new InvalidArgumentError("It must be a list such as a,b.");
}
