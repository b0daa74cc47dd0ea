import type { FastifyRequest } from "fastify";
import { type DocumentNode, GraphQLError, Kind, visit } from "graphql";
import { type Actor, anonymous, type Role } from "../domain/actor.js";
import type { GraphqlErrorCode } from "../graphql/errorMeanings.js";
import { hashOf } from "./DocumentCache.js";

/** What an operator has switched off. A setting that is left out switches nothing off. */
export interface DocumentSwitches {
  readonly introspection?: readonly Role[] | undefined;
  readonly freeDocuments?: readonly Role[] | undefined;
  readonly suggestsToAnonymous?: boolean | undefined;
}

/** How a request names the document that it wants to run. */
interface DocumentName {
  readonly query?: unknown;
  /** By the appendix "Persisted Documents" of GraphQL over HTTP: `sha256:` and the hash of the text. */
  readonly documentId?: unknown;
}

/** Says which documents a caller may run, and what callers learn of the schema. */
export class DocumentPolicy {
  readonly #asksForSchema = new WeakMap<DocumentNode, boolean>();

  /** @param trusted the texts by their hashes; null where any document may be run */
  constructor(
    private readonly trusted: ReadonlyMap<string, string> | null,
    private readonly switches: DocumentSwitches,
  ) {}

  get trustsAll(): boolean {
    return this.trusted === null;
  }

  /**
   * Puts the text of the document that an HTTP request names in its place, where GraphQL's libraries look for it.
   * @returns why the document is not run; null where it may be
   */
  admit(request: FastifyRequest): GraphQLError | null {
    const isGet = request.method === "GET";
    const parameters = (isGet ? request.query : request.body) as Record<string, unknown> | null | undefined;
    if (typeof parameters !== "object" || parameters === null) return null;
    const { documentId, ...others } = parameters;
    try {
      const query = this.textOf(parameters, request.actor);
      if (documentId === undefined || query === undefined) return null;
      if (isGet) replaceQuery(request, new URLSearchParams({ ...others, query } as Record<string, string>));
      else request.body = { ...others, query };
      return null;
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }

  /**
   * The text of the document that a request names.
   * @returns undefined where it names none
   * @throws {GraphQLError} PERSISTED_DOCUMENT_NOT_FOUND; PERSISTED_DOCUMENT_REQUIRED where the actor may only run those that are trusted
   */
  textOf({ query, documentId }: DocumentName, { role }: Actor): string | undefined {
    const text = typeof query === "string" ? query : undefined;
    if (!this.trusted) return text;
    if (typeof documentId === "string") {
      const found = this.trusted.get(documentId.replace(/^sha256:/, ""));
      if (found === undefined) throw refusal("No trusted document has this documentId", "PERSISTED_DOCUMENT_NOT_FOUND");
      return found;
    }
    if (query === undefined || this.switches.freeDocuments?.includes(role)) return text;
    // What is no text, such as a parameter that came twice, might be read as one further on.
    if (text !== undefined && this.trusted.has(hashOf(text))) return text;
    throw refusal("Only trusted documents are run here: name one by its documentId", "PERSISTED_DOCUMENT_REQUIRED");
  }

  /** @throws {GraphQLError} FORBIDDEN where a document asks for the schema, and the actor may not */
  checkIntrospection(document: DocumentNode, { role }: Actor): void {
    const { introspection } = this.switches;
    if (!introspection || introspection.includes(role) || !this.#isIntrospection(document)) return;
    const whose = introspection.length === 0 ? "is switched off" : `is for ${introspection.join(", ")}`;
    throw refusal(`Introspection ${whose}: __schema and __type can't be asked for`, "FORBIDDEN");
  }

  /** Errors as the actor is told them: without guesses at the schema ("Did you mean …?") where the actor gets none. */
  told<Error extends { readonly message: string }>(errors: readonly Error[], { name }: Actor): readonly Error[] {
    if (this.switches.suggestsToAnonymous !== false || name !== anonymous.name) return errors;
    return errors.map((error) => ({ ...error, message: error.message.replace(/ ?\bDid you mean [^?]*\?/g, "") }));
  }

  #isIntrospection(document: DocumentNode): boolean {
    let asks = this.#asksForSchema.get(document);
    if (asks === undefined) {
      asks = false;
      visit(document, {
        [Kind.FIELD]: ({ name: { value } }) => {
          asks ||= value === "__schema" || value === "__type";
        },
      });
      this.#asksForSchema.set(document, asks);
    }
    return asks;
  }
}

/** GraphQL's libraries read the URL. `request.originalUrl` stays as it was sent. */
function replaceQuery({ raw, originalUrl, url }: FastifyRequest, query: URLSearchParams): void {
  Object.assign(raw, { originalUrl, url: `${url.split("?", 1)[0]}?${query}` });
}

const refusal = (message: string, code: GraphqlErrorCode): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
