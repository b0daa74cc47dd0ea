import type { FastifyBaseLogger } from "fastify";
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import { isSafeToAsk, type OidcConfig } from "../../config/identitySettings.js";
import { maxActorName, type Role, roles } from "../../domain/actor.js";
import { DomainError } from "../../domain/errors.js";
import { hashOf } from "../../domain/key/keyText.js";
import { isStorable } from "../../domain/storable.js";
import { isLonger } from "../../domain/textLimits.js";
import { type Identity, IdentityUnavailable, Unauthenticated } from "./identity.js";

const away = "The issuer of tokens can't be reached at the moment; try again";

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** Milliseconds that the issuer has to answer. */
const timeout = 5000;
/** Milliseconds after which the issuer is asked for its keys again. Until it has answered, those that are known are good. */
const keysInterval = 600_000;
/** The same where a token names a key that is not known. Anybody can make up such a token, so the issuer is not asked for each. */
const newKeyInterval = 30_000;
/** The same where it did not answer. Until then it is not asked for anything, however many tokens come. */
const retryInterval = 5000;
/** Verified tokens, and milliseconds for which one is not verified again: that takes longer than a batch by its id. */
const verified = { max: 10_000, ttl: 60_000 };

/** Takes the bearer tokens of an OpenID Connect issuer. Its keys are fetched when the first token comes, and kept when it is away. */
export class OidcTokens {
  #keys: Keys | null = null;
  #discovering: Promise<Keys> | null = null;
  /** The latest asking for keys. */
  #reloaded: Promise<void> = Promise.resolve();
  /** When it may be asked for its keys again: as a matter of course, and for a key that is not known. */
  #nextReload = 0;
  #nextNewKey = 0;
  /** When it may be asked again what it is and where its keys are. */
  #nextDiscovery = 0;
  readonly #known = new LRUCache<string, Identity>(verified);

  /** @param defaultRole of those whose token names no role */
  constructor(
    private readonly config: OidcConfig,
    private readonly defaultRole: Role | null,
    private readonly log: FastifyBaseLogger,
  ) {}

  /** Whose token it is. @throws {Unauthenticated} @throws {IdentityUnavailable} @throws {DomainError} FORBIDDEN where they have no role */
  async identify(token: string): Promise<Identity> {
    const hash = hashOf(token).toString("base64");
    const known = this.#known.get(hash);
    if (known && known.expires > Date.now()) return known;
    const { clockSkew } = this.config;
    const claims = await this.#verify(token);
    const name = claims[this.config.nameClaim] ?? claims.sub;
    if (typeof name !== "string" || name === "" || isLonger(name, maxActorName) || !isStorable(name))
      throw new Unauthenticated(`The token gives no name of at most ${maxActorName} characters`);
    const role = roleAmong(claimAt(claims, this.config.roleClaim)) ?? this.defaultRole;
    if (role === null)
      throw new DomainError({
        code: "FORBIDDEN",
        path: [],
        message: `The token's claim ${this.config.roleClaim} names no role for ${name}`,
      });
    const identity = { actor: { name, role }, expires: ((claims.exp as number) + clockSkew) * 1000 };
    this.#known.set(hash, identity);
    return identity;
  }

  async #verify(token: string): Promise<JWTPayload> {
    const { issuer, audience, algorithms, clockSkew } = this.config;
    const options = { issuer, audience, algorithms: [...algorithms], clockTolerance: clockSkew, requiredClaims: ["exp", "sub"] };
    const keys = this.#keys ?? (await this.#discover());
    // Notices keys that the issuer has withdrawn.
    if (Date.now() >= this.#nextReload) this.#reload(keys).catch(() => {});
    try {
      return (await jwtVerify(token, (...parts: Parameters<Keys>) => this.#keyOf(keys, parts), options)).payload;
    } catch (error) {
      throw this.#refusal(error);
    }
  }

  /** Fetches the issuer's description of itself, which names where its keys are, and the keys. */
  #discover(): Promise<Keys> {
    if (Date.now() < this.#nextDiscovery) throw new IdentityUnavailable(away);
    this.#discovering ??= this.#discoverNow().finally(() => {
      this.#discovering = null;
    });
    return this.#discovering;
  }

  async #discoverNow(): Promise<Keys> {
    const { issuer } = this.config;
    try {
      const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
      const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(timeout) });
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
      const description = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
      if (description.issuer !== issuer) throw new Error(`The issuer at ${url} calls itself ${description.issuer}, not ${issuer}`);
      const place = new URL(String(description.jwks_uri));
      if (!isSafeToAsk(place)) throw new Error(`The issuer's keys are at ${place}, where they could be changed on the way`);
      // When they are fetched again is decided here: by itself, jose asks an issuer that does not answer for each token.
      const never = Number.POSITIVE_INFINITY;
      const keys = createRemoteJWKSet(place, { timeoutDuration: timeout, cacheMaxAge: never, cooldownDuration: never });
      await this.#reload(keys);
      this.#keys = keys;
      return keys;
    } catch (error) {
      this.#nextDiscovery = Date.now() + retryInterval;
      throw error instanceof IdentityUnavailable ? error : this.#unavailable(error);
    }
  }

  /** The key that signs a token. One that is not known may be new. */
  async #keyOf(keys: Keys, parts: Parameters<Keys>): ReturnType<Keys> {
    try {
      return await keys(...parts);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.#reload(keys);
      return keys(...parts);
    }
  }

  /** Fetches the keys, unless that was done not long ago: then what came of it still holds. @throws {IdentityUnavailable} */
  #reload(keys: Keys): Promise<void> {
    if (Date.now() < this.#nextNewKey) return this.#reloaded;
    this.#nextNewKey = Number.POSITIVE_INFINITY;
    this.#reloaded = keys.reload().then(
      () => {
        this.#nextNewKey = Date.now() + newKeyInterval;
        this.#nextReload = Date.now() + keysInterval;
      },
      (error: unknown) => {
        this.#nextNewKey = this.#nextReload = Date.now() + retryInterval;
        throw this.#unavailable(error);
      },
    );
    return this.#reloaded;
  }

  #refusal(error: unknown): Error {
    if (error instanceof errors.JWTExpired) return new Unauthenticated("The token has expired");
    if (error instanceof errors.JWTClaimValidationFailed) return new Unauthenticated(`The token's claim ${error.claim} is not right here`);
    if (error instanceof errors.JOSEAlgNotAllowed) return new Unauthenticated("The token is signed by an algorithm that is not taken here");
    if (error instanceof errors.JWKSNoMatchingKey) return new Unauthenticated("The token is signed by a key that is not the issuer's");
    if (error instanceof IdentityUnavailable) return error;
    const isFault = !(error instanceof errors.JOSEError) || error instanceof errors.JWKSInvalid;
    return isFault ? this.#unavailable(error) : new Unauthenticated("The token is not valid");
  }

  #unavailable(err: unknown): IdentityUnavailable {
    this.log.warn({ err }, `The issuer of tokens can't be reached${this.#keys ? "; its known keys are good until it can" : ""}`);
    return new IdentityUnavailable(away);
  }
}

/** The claim of this name, or the one that the name leads to by its dots: `realm_access.roles`. */
function claimAt(claims: JWTPayload, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], claims);
}

/** The roles by what they may do: whoever has several, acts in the first of these. */
const strongest = [...roles].reverse();

/**
 * The role that a claim names, in any case. A text may have several words, as `scope` has; what stands in a list is one name each, as that of
 * the group "Billing Admin". Other names are no roles of the gateway's.
 */
function roleAmong(claim: unknown): Role | null {
  const names: readonly unknown[] = typeof claim === "string" ? claim.split(/[\s,]+/) : Array.isArray(claim) ? claim : [];
  const named = new Set(names.map((name) => (typeof name === "string" ? name.trim().toUpperCase() : null)));
  return strongest.find((role) => named.has(role)) ?? null;
}
