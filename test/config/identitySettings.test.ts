import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";

const identity = (env: Record<string, string>) => readConfig(env).identity;
const oidc = { OIDC_ISSUER: "https://issuer.example/realms/a", OIDC_AUDIENCE: "batches" };

/** What is said of the settings, but the first line. */
function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message.split("\n").slice(1).join("\n").trim();
  }
  throw new Error(`Nothing is wrong with ${JSON.stringify(env)}`);
}

describe("Identity", () => {
  it("is off where none of its ways is set", () => {
    expect(identity({})).toBeNull();
    expect(identity({ TRUSTED_PROXIES: "loopback" })).toBeNull();
    expect(identity({ API_KEYS: "0", HOST: "::1" })).toBeNull();
    expect(identity({ HOST: "0.0.0.0", ALLOW_ANONYMOUS: "1" })).toBeNull();
  });

  it("is by tokens, by keys, by a proxy, or by several of them", () => {
    const off = { oidc: null, apiKeys: false, proxyRoleHeader: null, defaultRole: null };
    expect(identity({ API_KEYS: "1", HOST: "0.0.0.0" })).toEqual({ ...off, apiKeys: true });
    const proxy = { TRUSTED_PROXIES: "loopback", PROXY_ROLE_HEADER: "X-Forwarded-Role" };
    expect(identity({ ...proxy, HOST: "::" })).toEqual({ ...off, proxyRoleHeader: "x-forwarded-role" });
    const tokens = {
      issuer: oidc.OIDC_ISSUER,
      audience: "batches",
      algorithms: ["RS256", "ES256"],
      roleClaim: "roles",
      nameClaim: "preferred_username",
      clockSkew: 30,
      console: null,
    };
    expect(identity({ ...oidc, HOST: "0.0.0.0" })).toEqual({ ...off, oidc: tokens });
    const more = {
      OIDC_ALGORITHMS: "EdDSA, PS256",
      OIDC_ROLE_CLAIM: "realm_access.roles",
      OIDC_NAME_CLAIM: "sub",
      OIDC_CLOCK_SKEW: "0",
      OIDC_CLIENT_ID: "console",
    };
    expect(identity({ ...oidc, ...more, ...proxy, API_KEYS: "true", DEFAULT_ROLE: "READER" })).toEqual({
      oidc: {
        ...tokens,
        algorithms: ["EdDSA", "PS256"],
        roleClaim: "realm_access.roles",
        nameClaim: "sub",
        clockSkew: 0,
        console: { clientId: "console", scope: "openid" },
      },
      apiKeys: true,
      proxyRoleHeader: "x-forwarded-role",
      defaultRole: "READER",
    });
    expect(identity({ ...oidc, OIDC_ISSUER: "http://127.0.0.1:9000" })?.oidc?.issuer).toBe("http://127.0.0.1:9000");
  });

  it("must be set where others reach the gateway, unless everybody shall do everything", () => {
    for (const HOST of ["0.0.0.0", "::", "192.0.2.1", "batches.example"]) {
      expect(refusal({ HOST, TRUSTED_PROXIES: "loopback" })).toBe(
        `HOST: others reach ${HOST}, and nothing says who they are. Set OIDC_ISSUER with OIDC_AUDIENCE, API_KEYS=1, or PROXY_ROLE_HEADER with TRUSTED_PROXIES (docs/security.md tells how). Or let everybody do everything: ALLOW_ANONYMOUS=1`,
      );
    }
    for (const HOST of ["localhost", "127.0.0.1", "127.1.2.3", "::1"]) expect(identity({ HOST })).toBeNull();
    expect(identity({ HOST: "0.0.0.0", ROLE: "worker" })).toBeNull();
  });

  it.each([
    [{ OIDC_ISSUER: "https://issuer.example" }, /^OIDC_AUDIENCE: must be set with OIDC_ISSUER/],
    [{ OIDC_AUDIENCE: "batches" }, /^OIDC_AUDIENCE: needs OIDC_ISSUER$/],
    [{ ...oidc, OIDC_ISSUER: "http://issuer.example" }, /^OIDC_ISSUER: must be an https:\/\/ URL/],
    [{ ...oidc, OIDC_ISSUER: "issuer.example" }, /^OIDC_ISSUER: must be an https:\/\/ URL/],
    [{ ...oidc, OIDC_ALGORITHMS: "RS256,none" }, /^OIDC_ALGORITHMS: must be algorithms among .* not so of none$/],
    [{ ...oidc, OIDC_ALGORITHMS: "HS256" }, /^OIDC_ALGORITHMS: must be algorithms among .* not so of HS256$/],
    [{ ...oidc, OIDC_ALGORITHMS: " , " }, /^OIDC_ALGORITHMS: must be algorithms among/],
    [{ ...oidc, OIDC_CLOCK_SKEW: "301" }, /^OIDC_CLOCK_SKEW: must be an integer from 0 to 300$/],
    [{ API_KEYS: "yes please" }, /^API_KEYS: /],
    [{ PROXY_ROLE_HEADER: "X-Role" }, /^PROXY_ROLE_HEADER: needs TRUSTED_PROXIES/],
    [{ PROXY_ROLE_HEADER: "X Role", TRUSTED_PROXIES: "loopback" }, /^PROXY_ROLE_HEADER: must be the name of a header$/],
    [{ API_KEYS: "1", DEFAULT_ROLE: "READER" }, /^DEFAULT_ROLE: needs OIDC_ISSUER or PROXY_ROLE_HEADER$/],
    [{ ...oidc, DEFAULT_ROLE: "BOSS" }, /^DEFAULT_ROLE: .*READER,WORKER,OPERATOR,ADMIN/],
    [{ API_KEYS: "1", ALLOW_ANONYMOUS: "1" }, /^ALLOW_ANONYMOUS: lets everybody do everything/],
  ])("is not set by %j", (env, message) => {
    expect(refusal(env)).toMatch(message);
  });
});
