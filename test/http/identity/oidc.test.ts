import { createPublicKey, generateKeyPairSync, type JsonWebKey } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { importJWK, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import pino from "pino";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { buildApp } from "../../../src/http/buildApp.js";
import { get, post, useApp } from "../../support/app.js";
import { useDatabase } from "../../support/database.js";
import { audience, makeJwk, useIssuer } from "../../support/issuer.js";

const database = useDatabase();
const issuer = useIssuer();
const settings = () => ({ oidc: issuer.config, apiKeys: false, proxyRoleHeader: null, defaultRole: null });
const app = useApp(database, { identity: settings });

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const list = (token: string, to = app()) => get(to, "/batches/", bearer(token));
const viewerOf = async (token: string) =>
  (await post(app(), "/graphql", { query: "{ viewer { name role } }" }, bearer(token))).body.data?.viewer;

/** A key that the issuer has from now on, in place of those before, so that a test can sign as it likes. */
let jwk: JWK;
const signed = async (claims: JWTPayload, { alg = "RS256", typ = "at+jwt", key = jwk, kid = jwk.kid } = {}) =>
  new SignJWT({ iss: issuer.url, aud: audience, sub: "ada", roles: ["READER"], exp: Date.now() / 1000 + 60, ...claims })
    .setProtectedHeader({ alg, typ, ...(kid && { kid }) })
    .sign(await importJWK(key, alg));

beforeAll(async () => {
  jwk = await makeJwk("second");
});

describe("A token", () => {
  it("of the issuer's lets its caller in, by the name and the role that it says", async () => {
    expect(await viewerOf(await issuer.token({ roles: ["staff", "operator"] }))).toEqual({ name: "script", role: "OPERATOR" });
    expect(await viewerOf(await issuer.token({ roles: "reader", preferred_username: "Ada" }))).toEqual({ name: "Ada", role: "READER" });
    expect(await viewerOf(await issuer.token({ roles: ["READER", "ADMIN"] }))).toMatchObject({ role: "ADMIN" });
  });

  it("without a role, or for others, is refused", async () => {
    const roleless = await list(await issuer.token({ roles: ["staff"] }));
    expect(roleless).toMatchObject({ status: 403, body: { detail: "The token's claim roles names no role for script" } });
    const others = await list(await issuer.token({ roles: ["ADMIN"] }, "https://other.example"));
    expect(others).toMatchObject({ status: 401, body: { detail: "The token's claim aud is not right here" } });
  });

  it("has each name of a list compared as a whole, and the words of a text each by itself", async () => {
    for (const roles of [["Billing Admin"], ["not-admin reader"], ["a,admin"], [["admin"]]])
      expect([roles, (await list(await issuer.token({ roles }))).status]).toEqual([roles, 403]);
    expect(await viewerOf(await issuer.token({ roles: ["Billing Admin", "Reader"] }))).toMatchObject({ role: "READER" });
    expect(await viewerOf(await issuer.token({ roles: "openid reader, worker" }))).toMatchObject({ role: "WORKER" });
  });

  it("by a new key of the issuer's is taken, and then one by the key before no longer", async () => {
    const old = await issuer.token({ roles: ["READER"] });
    expect((await list(old)).status).toBe(200);
    issuer.useKeys([jwk]);
    const fresh = await buildApp({ database: database(), config: { trustedProxies: [], identity: settings() } });
    expect((await list(await issuer.token({ roles: ["READER"] }), fresh)).status).toBe(200);
    expect(await list(old, fresh)).toMatchObject({
      status: 401,
      body: { detail: "The token is signed by a key that is not the issuer's" },
    });
    await fresh.close();
  });

  it("may be late by the clock skew, and not more", async () => {
    const fresh = await buildApp({
      database: database(),
      config: { trustedProxies: [], identity: { ...settings(), oidc: { ...issuer.config, clockSkew: 30 } } },
    });
    const at = (seconds: number) => Date.now() / 1000 + seconds;
    expect((await list(await signed({ exp: at(-10) }), fresh)).status).toBe(200);
    expect(await list(await signed({ exp: at(-40) }), fresh)).toMatchObject({ status: 401, body: { detail: "The token has expired" } });
    expect((await list(await signed({ nbf: at(20) }), fresh)).status).toBe(200);
    expect((await list(await signed({ nbf: at(40) }), fresh)).status).toBe(401);
    await fresh.close();
  });

  describe("is refused", () => {
    let fresh: Awaited<ReturnType<typeof buildApp>>;
    beforeAll(async () => {
      fresh = await buildApp({ database: database(), config: { trustedProxies: [], identity: settings() } });
      return () => fresh.close();
    });
    const pem = () =>
      createPublicKey({ key: jwk as JsonWebKey, format: "jwk" })
        .export({ type: "spki", format: "pem" })
        .toString();
    const cases: Record<string, () => Promise<string>> = {
      "that is signed by nothing": async () =>
        new UnsecuredJWT({ roles: ["ADMIN"] })
          .setIssuer(issuer.url)
          .setAudience(audience)
          .setSubject("eve")
          .setExpirationTime("1m")
          .encode(),
      "whose secret is the issuer's public key": async () =>
        signed({}, { alg: "HS256", key: { kty: "oct", k: Buffer.from(pem()).toString("base64url") } }),
      "by an algorithm that is not set": async () => signed({}, { alg: "PS256", key: { ...jwk, alg: "PS256" } }),
      "by another's key of the same name": async () => signed({}, { key: await makeJwk("second") }),
      "by another's key without a name": async () => signed({}, { key: await makeJwk("second"), kid: "" }),
      "of another issuer": async () => signed({ iss: "https://evil.example" }),
      "without an audience": async () => signed({ aud: undefined }),
      "for another audience": async () => signed({ aud: "https://other.example" }),
      "that never ends": async () => signed({ exp: undefined }),
      "of nobody": async () => signed({ sub: undefined }),
      "of a name that can't be kept": async () => signed({ sub: "a\u0000b" }),
      "of a name of the gateway's own": async () => signed({ preferred_username: "batch-gateway" }),
      "of too long a name": async () => signed({ sub: "a".repeat(251) }),
      "that was changed": async () => {
        const [head, , signature] = (await signed({})).split(".");
        const claims = { iss: issuer.url, aud: audience, sub: "ada", roles: ["ADMIN"], exp: Date.now() / 1000 + 60 };
        return [head, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
      },
      "whose key stands in itself": async () => {
        const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
        return new SignJWT({ iss: issuer.url, aud: audience, sub: "eve", roles: ["ADMIN"], exp: Date.now() / 1000 + 60 })
          .setProtectedHeader({ alg: "RS256", jwk: publicKey.export({ format: "jwk" }) as JWK, kid: "own" })
          .sign(privateKey);
      },
      "that is none": async () => "a.b.c",
    };
    it.each(Object.keys(cases))("if it is one %s", async (name) => {
      expect((await list(await signed({}), fresh)).status).toBe(200);
      const { status, headers } = await list(await (cases[name] as () => Promise<string>)(), fresh);
      expect(status).toBe(401);
      expect(headers["www-authenticate"]).toContain('error="invalid_token"');
    });
  });

  it("is no key, and a claim within a claim can name the role", async () => {
    const fresh = await buildApp({
      database: database(),
      config: { trustedProxies: [], identity: { ...settings(), oidc: { ...issuer.config, roleClaim: "realm_access.roles" } } },
    });
    expect((await list(await signed({ realm_access: { roles: ["reader"] } }), fresh)).status).toBe(200);
    expect((await list(await signed({ realm_access: "reader" }), fresh)).status).toBe(403);
    await fresh.close();
  });
});

describe("While the issuer is away", () => {
  it("its keys are still known, and tokens that need others are told to come again", async () => {
    const fresh = await buildApp({ database: database(), config: { trustedProxies: [], identity: settings() } });
    const late = await buildApp({ database: database(), config: { trustedProxies: [], identity: settings() } });
    expect((await list(await signed({}), fresh)).status).toBe(200);
    await issuer.stop();
    const token = await signed({ sub: "grace" });
    expect((await list(token, fresh)).status).toBe(200);
    const away = await list(token, late);
    expect(away).toMatchObject({ status: 503, body: { detail: "The issuer of tokens can't be reached at the moment; try again" } });
    expect(away.headers["retry-after"]).toBe("1");
    const byGraphql = await post(late, "/graphql", { query: "{ viewer { name } }" }, bearer(token));
    expect(byGraphql).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }] } });
    await issuer.start();
    await expect.poll(async () => (await list(token, late)).status, { timeout: 20_000 }).toBe(200);
    await Promise.all([fresh.close(), late.close()]);
  });

  it("it is not asked for every token that comes", async () => {
    const lines: string[] = [];
    const log = pino({ level: "warn" }, { write: (line) => void lines.push(line) });
    const fresh = await buildApp({ database: database(), config: { trustedProxies: [], identity: settings() }, log });
    const asked = () => lines.filter((line) => line.includes("The issuer of tokens can't be reached")).length;
    await issuer.stop();
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    for (const token of ["a.b", "a.c", await signed({})]) expect((await list(token, fresh)).status).toBe(503);
    expect(asked()).toBe(1);
    vi.setSystemTime(Date.now() + 5000);
    expect((await list("a.b", fresh)).status).toBe(503);
    expect(asked()).toBe(2);
    await issuer.start();
    vi.setSystemTime(Date.now() + 5000);
    expect((await list(await signed({}), fresh)).status).toBe(200);
    await fresh.close();
  });
});

describe("An issuer", () => {
  /** An app that takes the tokens of an issuer that answers like this. */
  const appOf = async (answers: (url: string) => Record<string, unknown>) => {
    const server = createServer((request, response) => response.end(JSON.stringify(answers(url)[request.url ?? ""])));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const lines: string[] = [];
    const log = pino({ level: "warn" }, { write: (line) => void lines.push(line) });
    const identity = { ...settings(), oidc: { ...issuer.config, issuer: url } };
    const app = await buildApp({ database: database(), config: { trustedProxies: [], identity }, log });
    onTestFinished(async () => {
      await app.close();
      server.closeAllConnections();
      server.close();
    });
    return { lines, ask: async (by: { kid?: string } = {}) => (await list(await signed({ iss: url }, by), app)).status };
  };
  const description = "/.well-known/openid-configuration";
  const publicKeys = () => ({
    keys: [{ ...createPublicKey({ key: jwk as JsonWebKey, format: "jwk" }).export({ format: "jwk" }), kid: jwk.kid }],
  });

  it("whose keys could be changed on the way is not believed", async () => {
    const { ask, lines } = await appOf((url) => ({ [description]: { issuer: url, jwks_uri: "http://issuer.example/keys" } }));
    expect(await ask()).toBe(503);
    expect(lines.join()).toContain("The issuer's keys are at http://issuer.example/keys, where they could be changed on the way");
  });

  it("whose keys are none has callers come again: their tokens may be good", async () => {
    let keys: unknown = { keys: "none" };
    const { ask } = await appOf((url) => ({ [description]: { issuer: url, jwks_uri: `${url}/keys` }, "/keys": keys }));
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    expect(await ask()).toBe(503);
    keys = { keys: [] };
    vi.setSystemTime(Date.now() + 5000);
    expect(await ask()).toBe(401);
    // Another key is looked for at most every 30 seconds.
    keys = { keys: "none" };
    vi.setSystemTime(Date.now() + 30_000);
    expect(await ask()).toBe(503);
    keys = publicKeys();
    vi.setSystemTime(Date.now() + 5000);
    expect(await ask()).toBe(200);
  });

  it("is asked for its keys once in a while, however many tokens name a key that nobody knows, and whether or not it answers", async () => {
    let [asked, keys]: [number, unknown] = [0, publicKeys()];
    const { ask, lines } = await appOf((url) => ({
      [description]: { issuer: url, jwks_uri: `${url}/keys` },
      get "/keys"() {
        asked++;
        return keys;
      },
    }));
    const askAll = async () => [...new Set(await Promise.all(["a", "b", "c"].map((kid) => ask({ kid })))), await ask({ kid: "d" })];
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    expect([await ask(), await askAll(), asked]).toEqual([200, [401, 401], 1]);
    vi.setSystemTime(Date.now() + 30_000);
    expect([await askAll(), asked]).toEqual([[401, 401], 2]);
    keys = "none";
    vi.setSystemTime(Date.now() + 30_000);
    expect([await askAll(), await ask(), asked]).toEqual([[503, 503], 200, 3]);
    vi.setSystemTime(Date.now() + 5000);
    expect([await askAll(), await ask(), asked]).toEqual([[503, 503], 200, 4]);
    expect(lines.filter((line) => line.includes("The issuer of tokens can't be reached"))).toHaveLength(2);
  });
});
