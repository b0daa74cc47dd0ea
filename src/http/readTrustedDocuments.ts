import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type GraphQLSchema, parse, validate } from "graphql";
import { describeError } from "../domain/describeError.js";
import { parseLimits } from "../graphql/queryLimits.js";
import { hashOf } from "./DocumentCache.js";

/**
 * Reads the documents that callers may run from a directory. A file is a document, `<SHA-256 of its text>.graphql`, or a manifest, a `.json`
 * that maps such hashes to texts, as GraphQL Code Generator writes it for persisted documents. Hidden files are not read, because
 * Kubernetes puts some beside what it mounts.
 * @returns the texts by their hashes
 * @throws {Error} naming the file that is broken: whose hash is another, or that is no valid document
 */
export async function readTrustedDocuments(directory: string, schema: GraphQLSchema): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const files = await readdir(directory).catch((error) => Promise.reject(broken(directory, error)));
  for (const name of files.filter((name) => !name.startsWith(".")).sort()) {
    const file = path.join(directory, name);
    try {
      for (const [hash, text] of documentsIn(name, await readFile(file, "utf8"))) {
        check(hash, text, schema);
        texts.set(hash, text);
      }
    } catch (error) {
      throw broken(file, error);
    }
  }
  return texts;
}

const broken = (file: string, error: unknown): Error => new Error(`TRUSTED_DOCUMENTS: ${file}: ${describeError(error)}`);

function documentsIn(name: string, content: string): [hash: string, text: unknown][] {
  if (name.endsWith(".graphql")) return [[name.slice(0, -".graphql".length), content]];
  if (!name.endsWith(".json")) throw new Error("is neither a .graphql nor a .json");
  const manifest: unknown = JSON.parse(content);
  if (typeof manifest !== "object" || manifest === null || Array.isArray(manifest))
    throw new Error("is no object of documents by their hashes");
  return Object.entries(manifest);
}

function check(hash: string, text: unknown, schema: GraphQLSchema): asserts text is string {
  if (typeof text !== "string") throw new Error(`"${hash}" is no text`);
  if (hashOf(text) !== hash) throw new Error(`"${hash}" is not the SHA-256 of its document, which is ${hashOf(text)}`);
  const [error] = validate(schema, parse(text, parseLimits));
  if (error) throw error;
}

/** As GraphQL Code Generator writes it: the texts by `sha256:` and their hashes. */
const manifest = new URL("../../src/console/generated/persisted-documents.json", import.meta.url);

/** The documents of the gateway's own console, which are trusted wherever only some are. @returns the texts by their hashes */
export async function readConsoleDocuments(): Promise<ReadonlyMap<string, string>> {
  const documents: Record<string, string> = JSON.parse(await readFile(manifest, "utf8"));
  return new Map(Object.entries(documents).map(([name, text]) => [name.replace(/^sha256:/, ""), text]));
}
