/** Where the token is kept: with the tab, and no longer. */
const place = "batch-gateway.token";

/** The key or token that requests are sent with. Whoever changes it has the console loaded anew, so nobody else need hear of it. */
export const session = {
  /** Null where nothing was typed in, or a proxy says who asks. */
  get token(): string | null {
    return sessionStorage.getItem(place);
  },
  /** @param next null: signs out */
  set(next: string | null): void {
    if (next === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, next);
  },
};

/** The page where callers say who they are. */
export const signInPath = "/console/sign-in";

/** Where the issuer sends the browser back to. */
export const signedInPath = "/console/signed-in";

/** Leads to the page where callers say who they are, and from there back to where they are now. */
export function askToSignIn(): void {
  if ([signInPath, signedInPath].includes(location.pathname)) return;
  const next = encodeURIComponent(location.pathname + location.search);
  location.assign(`${signInPath}?next=${next}`);
}
