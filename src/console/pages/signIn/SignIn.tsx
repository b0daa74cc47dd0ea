import { useState } from "preact/hooks";
import { ask } from "../../api/ask.js";
import { queryClient } from "../../api/queryClient.js";
import { session } from "../../api/session.js";
import { settings } from "../../api/settings.js";
import { useViewer, viewerDocument } from "../../api/useViewer.js";
import { TextField } from "../../parts/TextField.js";
import { useAddress } from "../../parts/useAddress.js";
import { useTitle } from "../../parts/useTitle.js";
import { texts } from "../../texts.js";
import "./signIn.css";

const t = texts.signIn;

/** Only addresses of the console are led to, whatever stands in `next`. */
const isOfConsole = (next: string): boolean => /^\/(?:$|\?|console(?:[/?]|$))/.test(next);

/** Who the caller is, and the ways to say so. */
export function SignIn() {
  useTitle(t.title);
  const address = useAddress();
  const [key, setKey] = useState("");
  const [error, setError] = useState<string | null>(address.get("error") || null);
  const next = isOfConsole(address.get("next")) ? address.get("next") : "/";
  const useKey = async () => {
    const before = session.token;
    try {
      session.set(key.trim());
      await ask(viewerDocument, {});
      queryClient.clear();
      location.assign(next);
    } catch (refusal) {
      session.set(before);
      setError((refusal as Error).message);
    }
  };
  const useIssuer = async () => {
    try {
      const { beginSignIn } = await import("../../api/openIdConnect.js");
      location.assign(await beginSignIn(next));
    } catch (failure) {
      setError(t.issuerAway((failure as Error).message));
    }
  };
  return (
    <>
      <div class="pageHead">
        <h1>{t.title}</h1>
      </div>
      <div class="signIn">
        <Viewer />
        {error && (
          <p role="alert" class="danger">
            {error}
          </p>
        )}
        {settings.openIdConnect && (
          <section>
            <h2>{t.issuer}</h2>
            <p class="quiet">{t.issuerSays(new URL(settings.openIdConnect.issuer).host)}</p>
            <button type="button" class="primary" onClick={() => void useIssuer()}>
              {t.issuerButton}
            </button>
          </section>
        )}
        {settings.takesTokens && (
          <section>
            <h2>{t.key}</h2>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void useKey();
              }}
            >
              <TextField label={t.keySays} type="password" autoComplete="off" required value={key} onText={setKey} />
              <button type="submit">{t.keyButton}</button>
            </form>
          </section>
        )}
        {!settings.takesTokens && <p class="quiet">{settings.tellsApart ? t.proxy : t.nobody}</p>}
      </div>
    </>
  );
}

/** Who asks, what they may do, and the way out. */
function Viewer() {
  const viewer = useViewer();
  if (!viewer) return <p>{t.unknown}</p>;
  return (
    <section>
      <p>
        {t.you} <strong>{viewer.name}</strong>, {viewer.role}. {t.may[viewer.role]}
      </p>
      {session.token && (
        <button
          type="button"
          onClick={() => {
            session.set(null);
            queryClient.clear();
            location.reload();
          }}
        >
          {t.out}
        </button>
      )}
    </section>
  );
}
