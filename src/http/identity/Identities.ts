import type { FastifyBaseLogger, FastifyRequest } from "fastify";
import type { IdentityConfig } from "../../config/identitySettings.js";
import type { Database } from "../../db/database.js";
import { isReserved, type Role, roles } from "../../domain/actor.js";
import { DomainError } from "../../domain/errors.js";
import { ApiKeys } from "./ApiKeys.js";
import { type Identity, Unauthenticated } from "./identity.js";
import { OidcTokens } from "./OidcTokens.js";
import { proxyUser, type Trust } from "./proxyUser.js";

/** Finds out who asks, by the ways that are set. */
export class Identities {
  readonly #keys: ApiKeys | null;
  readonly #tokens: OidcTokens | null;

  constructor(
    private readonly config: IdentityConfig,
    private readonly trust: Trust,
    { database, log }: { database: Database; log: FastifyBaseLogger },
  ) {
    const { oidc, apiKeys, defaultRole } = config;
    this.#keys = apiKeys ? new ApiKeys(database, log) : null;
    this.#tokens = oidc && new OidcTokens(oidc, defaultRole, log);
  }

  /**
   * Who sends a request: whose token or key it has, or else whom a trusted proxy names.
   * @throws {Unauthenticated} @throws {IdentityUnavailable} @throws {DomainError} FORBIDDEN where they have no role
   */
  async ofRequest(request: FastifyRequest): Promise<Identity> {
    const { authorization } = request.headers;
    if (authorization !== undefined && this.#takesBearers && /^bearer\b/i.test(authorization)) return this.#ofAuthorization(authorization);
    const named = this.#namedByProxy(request);
    if (named) return named;
    throw authorization === undefined ? this.nothingSaid() : new Unauthenticated(this.#howToSay);
  }

  /** The refusal of a request that does not say who sends it. */
  nothingSaid(): Unauthenticated {
    return new Unauthenticated(this.#howToSay, false);
  }

  /** Whose token or key it is. @param authorization as the header has it */
  async #ofAuthorization(authorization: unknown): Promise<Identity> {
    const [, credential] = typeof authorization === "string" ? (/^bearer +(\S+) *$/i.exec(authorization) ?? []) : [];
    if (credential === undefined || !this.#takesBearers) throw new Unauthenticated(this.#howToSay);
    // A JSON Web Token has dots, and no key has one.
    const way = credential.includes(".") ? this.#tokens : this.#keys;
    if (!way) throw new Unauthenticated(this.#howToSay);
    const identity = await way.identify(credential);
    const { name } = identity.actor;
    if (isReserved(name)) throw new Unauthenticated(`${name} is a name of the gateway's own: nobody is taken for it`);
    return identity;
  }

  /**
   * Who opens a WebSocket: whose token or key `connection_init` has in place of the header, which browsers can't send, or else who sent the
   * handshake. @param parameters their names may be written in any case, as a header's
   */
  async ofConnection({ identity }: FastifyRequest, parameters: Readonly<Record<string, unknown>> = {}): Promise<Identity> {
    const authorization = Object.entries(parameters).find(([name]) => name.toLowerCase() === "authorization")?.[1];
    return identity && (authorization === undefined || !this.#takesBearers) ? identity : this.#ofAuthorization(authorization);
  }

  /** Whether there are tokens or keys that are taken: otherwise, what a caller sends in their place says nothing. */
  get #takesBearers(): boolean {
    return this.#keys !== null || this.#tokens !== null;
  }

  get #howToSay(): string {
    const credentials = [this.#tokens && "a token of the issuer's", this.#keys && "an API key"].filter(Boolean).join(" or ");
    const { proxyRoleHeader } = this.config;
    return [
      credentials && `Send ${credentials}, as Authorization: Bearer …`,
      proxyRoleHeader && `${credentials ? "or come" : "Come"} by the proxy that says who asks`,
    ]
      .filter(Boolean)
      .join(", ");
  }

  #namedByProxy(request: FastifyRequest): Identity | null {
    const { proxyRoleHeader, defaultRole } = this.config;
    const name = proxyRoleHeader && proxyUser(request, this.trust);
    if (!proxyRoleHeader || !name) return null;
    const role = roleIn(request.headers[proxyRoleHeader], defaultRole);
    if (role) return { actor: { name, role }, expires: Number.POSITIVE_INFINITY };
    throw new DomainError({ code: "FORBIDDEN", path: [], message: `The proxy names no role for ${name}, in ${proxyRoleHeader}` });
  }
}

/** A header with several roles is none: the proxy may have added its own to one that the caller has made up. */
function roleIn(header: string | string[] | undefined, byDefault: Role | null): Role | null {
  if (header === undefined || header === "") return byDefault;
  return roles.find((role) => role === String(header).trim().toUpperCase()) ?? null;
}
