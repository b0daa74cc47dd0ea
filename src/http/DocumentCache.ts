import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** Some 200 documents of 40 tokens: clients have fewer, unless they write values into them instead of using variables. */
const maxBytes = 4 * 1024 * 1024;
const maxDocuments = 200;
/** What the syntax tree takes for each of a document's tokens, as measured. */
const bytesOfToken = 512;

/** Keeps documents that are valid. Those that were not used for longest go, when together they take too many bytes. */
export class DocumentCache extends LRUCache<string, DocumentNode> {
  constructor() {
    super({ max: maxDocuments, maxSize: maxBytes, sizeCalculation: bytesOf });
  }
}

function bytesOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token; token = token.next) tokens++;
  return tokens * bytesOfToken + (loc?.source.body.length ?? 0) * 2 + 1;
}
