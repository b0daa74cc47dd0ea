import { hash } from "node:crypto";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/**
 * Bytes of all documents that are kept: some 200 of 40 tokens. Clients have fewer, unless they write values into documents instead of using
 * variables.
 */
const maxBytes = 4 * 1024 * 1024;
const maxDocuments = 200;
/** Bytes that the syntax tree takes for each token of a document, as measured. */
const bytesOfToken = 512;

/**
 * Keeps valid documents by the hashes of their texts. When they are too many, or take too many bytes, those go that have not been used for
 * the longest time.
 */
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
