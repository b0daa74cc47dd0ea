import { bool, type CleanedEnv, EnvError, makeValidator, str } from "envalid";
import { integer, isLoopback, list, text } from "./settingKinds.js";

export const callerRoles = ["READER", "WORKER", "OPERATOR", "ADMIN"] as const;

/** Signatures by a key pair. A shared secret, as HS256 has, would be in the hands of all who verify, and "none" signs nothing. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

/** An issuer whose answers can be changed on the way could be given any keys. */
export const isSafeToAsk = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && isLoopback(hostname.replace(/^\[|\]$/g, "")));

const issuer = makeValidator<string>((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !isSafeToAsk(url) || url.search || url.hash)
    throw new EnvError("must be an https:// URL (http:// on a loopback address only)");
  return value;
});

const header = makeValidator<string>((value) => {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(value)) throw new EnvError("must be the name of a header");
  return value.toLowerCase();
});

const optional = { default: undefined };

export const identitySettings = {
  ALLOW_ANONYMOUS: bool({ default: false }),
  OIDC_ISSUER: issuer(optional),
  OIDC_AUDIENCE: text(optional),
  OIDC_ALGORITHMS: list((item) => algorithms.includes(item), `algorithms among ${algorithms.join(", ")}`)({ default: ["RS256", "ES256"] }),
  OIDC_ROLE_CLAIM: text({ default: "roles" }),
  OIDC_NAME_CLAIM: text({ default: "preferred_username" }),
  OIDC_CLOCK_SKEW: { ...integer(0, 300), default: 30 },
  OIDC_CLIENT_ID: text(optional),
  OIDC_SCOPE: text({ default: "openid" }),
  API_KEYS: bool({ default: false }),
  PROXY_ROLE_HEADER: header(optional),
  DEFAULT_ROLE: str({ choices: callerRoles, ...optional }),
};

/** The settings of this file as envalid reads them, and those that they depend on. */
type Values = CleanedEnv<typeof identitySettings> & {
  readonly HOST: string;
  readonly ROLE: string;
  readonly TRUSTED_PROXIES: readonly string[];
};

/** Whose tokens are taken, and what is read from them. */
const oidcOf = (issuer: string, values: Values) => ({
  issuer,
  audience: values.OIDC_AUDIENCE ?? "",
  algorithms: values.OIDC_ALGORITHMS,
  roleClaim: values.OIDC_ROLE_CLAIM,
  nameClaim: values.OIDC_NAME_CLAIM,
  /** Seconds by which the clocks of issuer and gateway may differ. */
  clockSkew: values.OIDC_CLOCK_SKEW,
  /** How people sign in to the console at the issuer; null: they can't. */
  console: values.OIDC_CLIENT_ID ? { clientId: values.OIDC_CLIENT_ID, scope: values.OIDC_SCOPE } : null,
});
export type OidcConfig = ReturnType<typeof oidcOf>;

/** How callers say who they are. @returns null where none of the three ways is set: nothing tells callers apart */
export function identityOf(values: Values) {
  const { OIDC_ISSUER, API_KEYS, PROXY_ROLE_HEADER, DEFAULT_ROLE } = values;
  if (!OIDC_ISSUER && !API_KEYS && !PROXY_ROLE_HEADER) return null;
  return {
    oidc: OIDC_ISSUER ? oidcOf(OIDC_ISSUER, values) : null,
    /** Whether API keys are taken. */
    apiKeys: API_KEYS,
    /** In which header a trusted proxy names the user's role, in lower case; null where no proxy says who asks. */
    proxyRoleHeader: PROXY_ROLE_HEADER ?? null,
    /** The role of those for whom neither token nor proxy names one; null: they get no further. */
    defaultRole: DEFAULT_ROLE ?? null,
  };
}
export type IdentityConfig = NonNullable<ReturnType<typeof identityOf>>;

const waysIn = "OIDC_ISSUER with OIDC_AUDIENCE, API_KEYS=1, or PROXY_ROLE_HEADER with TRUSTED_PROXIES";

/** Finds settings that are right by themselves, but do not go together. @param read those that are wrong are undefined */
export function identityClashes(read: unknown, isSet: (key: string) => boolean): string[] {
  const clashes: string[] = [];
  const {
    OIDC_ISSUER,
    OIDC_AUDIENCE,
    API_KEYS,
    PROXY_ROLE_HEADER,
    TRUSTED_PROXIES = [],
    ALLOW_ANONYMOUS,
    HOST,
    ROLE,
  } = read as Partial<Values>;
  const isConfigured = Boolean(OIDC_ISSUER || API_KEYS || PROXY_ROLE_HEADER);
  if (OIDC_ISSUER && !OIDC_AUDIENCE)
    clashes.push("OIDC_AUDIENCE: must be set with OIDC_ISSUER: otherwise, tokens that are meant for others would be taken");
  for (const key of ["AUDIENCE", "ALGORITHMS", "ROLE_CLAIM", "NAME_CLAIM", "CLOCK_SKEW", "CLIENT_ID", "SCOPE"].map(
    (name) => `OIDC_${name}`,
  ))
    if (isSet(key) && !isSet("OIDC_ISSUER")) clashes.push(`${key}: needs OIDC_ISSUER`);
  if (PROXY_ROLE_HEADER && TRUSTED_PROXIES.length === 0)
    clashes.push("PROXY_ROLE_HEADER: needs TRUSTED_PROXIES, which says whose header it is");
  if (isSet("DEFAULT_ROLE") && !OIDC_ISSUER && !PROXY_ROLE_HEADER) clashes.push("DEFAULT_ROLE: needs OIDC_ISSUER or PROXY_ROLE_HEADER");
  if (ALLOW_ANONYMOUS && isConfigured)
    clashes.push("ALLOW_ANONYMOUS: lets everybody do everything, so it does not go with OIDC_ISSUER, API_KEYS and PROXY_ROLE_HEADER");
  if (HOST && ROLE !== "worker" && !isLoopback(HOST) && !isConfigured && ALLOW_ANONYMOUS === false) {
    clashes.push(
      `HOST: others reach ${HOST}, and nothing says who they are. Set ${waysIn} (docs/security.md tells how). Or let everybody do everything: ALLOW_ANONYMOUS=1`,
    );
  }
  return clashes;
}
