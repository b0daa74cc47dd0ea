import * as oauth from "oauth4webapi";
import { signedInPath } from "./session.js";
import { settings } from "./settings.js";

/** What has to be known when the issuer sends the browser back. It is kept with the tab, and forgotten then. */
interface Pending {
  readonly state: string;
  readonly verifier: string;
  readonly next: string;
}

const place = "batch-gateway.signIn";
const redirectUri = `${location.origin}${signedInPath}`;

const settingsOf = () => {
  if (!settings.openIdConnect) throw new Error("No issuer is set");
  return settings.openIdConnect;
};

/** The gateway lets an issuer be asked without encryption on a loopback address only. */
const options = (issuer: string) => ({ [oauth.allowInsecureRequests]: issuer.startsWith("http:") });

async function discover(issuer: string): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options(issuer)));
}

/**
 * Begins to sign in: a code is asked for, and with PKCE it is worth something to this tab only.
 * @param next where to go when that is done
 * @returns the issuer's page, where callers say who they are
 */
export async function beginSignIn(next: string): Promise<string> {
  const { issuer, clientId, scope, audience } = settingsOf();
  const server = await discover(issuer);
  const pending: Pending = { state: oauth.generateRandomState(), verifier: oauth.generateRandomCodeVerifier(), next };
  sessionStorage.setItem(place, JSON.stringify(pending));
  const url = new URL(String(server.authorization_endpoint));
  const parameters = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope,
    state: pending.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: "S256",
    // Issuers that make tokens for several APIs are told for which: by RFC 8707, and as Auth0 has it.
    resource: audience,
    audience,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Takes up what the issuer sends the browser back with.
 * @returns the access token, and where the caller wanted to be
 * @throws {Error} where the issuer refuses, or the answer is not to this tab's question
 */
export async function endSignIn(back: URL): Promise<{ readonly token: string; readonly next: string }> {
  const { issuer, clientId, audience } = settingsOf();
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (kept === null) throw new Error("this tab did not ask for it");
  const { state, verifier, next }: Pending = JSON.parse(kept);
  const server = await discover(issuer);
  const client = { client_id: clientId };
  const parameters = oauth.validateAuthResponse(server, client, back, state);
  const response = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), parameters, redirectUri, verifier, {
    ...options(issuer),
    additionalParameters: { resource: audience },
  });
  const { access_token } = await oauth.processAuthorizationCodeResponse(server, client, response);
  return { token: access_token, next };
}
