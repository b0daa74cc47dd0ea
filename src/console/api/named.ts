import type { TypedDocumentString } from "../generated/graphql.js";

/** A document as requests name it: by its text, and by its hash, which counts where the gateway runs trusted documents only. */
export const named = <Result, Variables>(document: TypedDocumentString<Result, Variables>) => ({
  query: document.toString(),
  documentId: String(document.__meta__?.hash),
});
