import { settings } from "../api/settings.js";
import { signInPath } from "../api/signInRequired.js";
import { useViewer } from "../api/useViewer.js";
import { texts } from "../texts.js";

/** Who asks, as a link to the page that tells more. */
export function SignedIn() {
  const viewer = useViewer();
  if (!viewer && !settings.tellsApart) return null;
  return (
    <a href={signInPath} class="quiet">
      {viewer ? `${viewer.name} · ${viewer.role}` : texts.shell.signIn}
    </a>
  );
}
