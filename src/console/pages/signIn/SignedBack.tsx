import { useEffect, useState } from "preact/hooks";
import { session, signInPath } from "../../api/session.js";
import { Notice } from "../../parts/Notice.js";
import { texts } from "../../texts.js";

/** Where the issuer sends the browser back to: takes the token, and goes on to where the caller wanted to be. */
export function SignedBack() {
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    void (async () => {
      try {
        const { endSignIn } = await import("../../api/openIdConnect.js");
        const { token, next } = await endSignIn(new URL(location.href));
        session.set(token);
        location.replace(next);
      } catch (failure) {
        setError((failure as Error).message);
      }
    })();
  }, []);
  if (error === null) return <Notice isPage says={texts.signIn.back} />;
  return (
    <Notice isPage says={texts.signIn.refused(error)}>
      <a href={signInPath}>{texts.errors.again}</a>
    </Notice>
  );
}
