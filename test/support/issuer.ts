import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import Provider from "oidc-provider";
import { afterAll, beforeAll } from "vitest";
import type { OidcConfig } from "../../src/config/identitySettings.js";

export const audience = "https://batches.example";

/** A key pair of an issuer. */
export async function makeJwk(kid: string, alg = "RS256"): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg, use: "sig" };
}

/** An issuer of tokens, with one client that gets tokens for itself, and one by which people get them in a browser, whatever they call themselves. */
export class Issuer {
  readonly #server: Server;
  #answer: RequestListener = () => {};
  #port = 0;
  /** Seconds for which tokens are good. */
  lifetime = 600;
  /** Where browsers are sent back to. */
  redirectUri = "http://127.0.0.1/nowhere";
  /** What tokens say besides. */
  claims: Record<string, unknown> = {};

  constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get config(): OidcConfig {
    return {
      issuer: this.url,
      audience,
      algorithms: ["RS256", "ES256"],
      roleClaim: "roles",
      nameClaim: "preferred_username",
      clockSkew: 0,
      console: { clientId: "console", scope: "openid batches" },
    };
  }

  /** Signs with these keys from now on, the first of them first. */
  useKeys(keys: readonly JWK[]): void {
    const provider = new Provider(this.url, {
      jwks: { keys },
      clients: [
        { client_id: "script", client_secret: "secret", grant_types: ["client_credentials"], redirect_uris: [], response_types: [] },
        {
          client_id: "console",
          token_endpoint_auth_method: "none",
          grant_types: ["authorization_code"],
          response_types: ["code"],
          redirect_uris: [this.redirectUri],
        },
      ],
      clientBasedCORS: () => true,
      scopes: ["batches"],
      features: {
        devInteractions: { enabled: true },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_context: unknown, resource: string) => ({
            scope: "batches",
            audience: resource,
            accessTokenFormat: "jwt",
            accessTokenTTL: this.lifetime,
            jwt: { sign: { alg: keys[0]?.alg } },
          }),
        },
      },
      extraTokenClaims: () => this.claims,
    });
    this.#answer = provider.callback();
  }

  /** Asks for a token. @param claims what it says besides */
  async token(claims: Record<string, unknown> = {}, resource = audience): Promise<string> {
    this.claims = claims;
    const body = new URLSearchParams({ grant_type: "client_credentials", scope: "batches", resource });
    const authorization = `Basic ${btoa("script:secret")}`;
    const response = await fetch(`${this.url}/token`, { method: "POST", body, headers: { authorization } });
    const { access_token, ...rest } = (await response.json()) as { access_token?: string };
    if (!access_token) throw new Error(`The issuer gives no token: ${JSON.stringify(rest)}`);
    return access_token;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Goes away; `start` brings it back to the same address. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Gives the test file an issuer with one key. */
export function useIssuer(): Issuer {
  const issuer = new Issuer();
  beforeAll(async () => {
    await issuer.start();
    issuer.useKeys([await makeJwk("first")]);
  });
  afterAll(() => issuer.stop());
  return issuer;
}
