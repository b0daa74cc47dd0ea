import { hash } from "node:crypto";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** Some 200 documents of 40 tokens: clients have fewer, unless they write values into them instead of using variables. */
const maxBytes = 4 * 1024 * 1024;
const maxDocuments = 200;
/** What the syntax tree takes for each of a document's tokens, as measured. */
const bytesOfToken = 512;

/** Keeps documents that are valid, by the hashes of their texts. Those that were not used for longest go, when together they take too many bytes. */
export class DocumentCache extends LRUCache<string, DocumentNode> {
  constructor() {
    super({ max: maxDocuments, maxSize: maxBytes, sizeCalculation: bytesOf });
  }
}

/** Characters of a hash. */
export const hashLength = 64;

/** The hash of a document's text, as Apollo makes it. */
export const hashOf = (query: string): string => hash("sha256", query, "hex");

function bytesOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token; token = token.next) tokens++;
  return tokens * bytesOfToken + (loc?.source.body.length ?? 0) * 2 + 1;
}
