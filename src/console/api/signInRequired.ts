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
