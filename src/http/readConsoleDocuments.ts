import { readFile } from "node:fs/promises";

/** As GraphQL Code Generator writes it: the texts by `sha256:` and their hashes. */
const manifest = new URL("../../src/console/generated/persisted-documents.json", import.meta.url);

/** The documents of the gateway's own console, which are trusted wherever only some are. @returns the texts by their hashes */
export async function readConsoleDocuments(): Promise<ReadonlyMap<string, string>> {
  const documents: Record<string, string> = JSON.parse(await readFile(manifest, "utf8"));
  return new Map(Object.entries(documents).map(([name, text]) => [name.replace(/^sha256:/, ""), text]));
}
