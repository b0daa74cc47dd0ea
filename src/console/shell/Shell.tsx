import type { ComponentChildren } from "preact";
import { useSyncExternalStore } from "preact/compat";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { liveness } from "../api/liveness.js";
import { signInPath } from "../api/session.js";
import { settings } from "../api/settings.js";
import { useViewer } from "../api/useViewer.js";
import { Modal } from "../parts/Modal.js";
import { activeShortcuts, useShortcut } from "../parts/shortcuts.js";
import { Toasts } from "../parts/Toasts.js";
import { texts } from "../texts.js";
import "./look.css";
import "./shell.css";

/** The pages that the head of each page leads to. */
const pages = [
  ["/", texts.shell.pages.batches],
  ["/console/recipe-types", texts.shell.pages.recipeTypes],
  ["/console/queues", texts.shell.pages.queues],
] as const;

/** What stands around each page: its head with the ways to the others, what was done, and the shortcuts. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const { path, route } = useLocation();
  const [showsHelp, setShowsHelp] = useState(false);
  useShortcut("?", texts.shortcuts.help, () => setShowsHelp(true));
  useShortcut("n", texts.shortcuts.newBatch, () => route("/console/batches/new"));
  useShortcut("g b", texts.shortcuts.toBatches, () => route("/"));
  useShortcut("g t", texts.shortcuts.toRecipeTypes, () => route("/console/recipe-types"));
  useShortcut("g q", texts.shortcuts.toQueues, () => route("/console/queues"));
  return (
    <>
      <a class="skip" href="#content">
        {texts.shell.skip}
      </a>
      <header class="shellHead">
        <a class="shellName" href="/">
          {texts.shell.name}
        </a>
        <nav aria-label={texts.shell.navigation}>
          {pages.map(([href, label]) => (
            <a key={href} href={href} aria-current={path === href ? "page" : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <div class="shellEnd">
          <SignedIn />
          <button type="button" class="plain" aria-label={texts.shell.help} title={texts.shell.help} onClick={() => setShowsHelp(true)}>
            <kbd>?</kbd>
          </button>
        </div>
      </header>
      <LivenessNote />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer class="shellFoot">
        {settings.hasGraphiql && <a href="/graphql">{texts.shell.pages.graphiql}</a>}
        <a href="/docs/">{texts.shell.pages.rest}</a>
      </footer>
      <Toasts />
      {showsHelp && <Help onClose={() => setShowsHelp(false)} />}
    </>
  );
}

/** Who asks, as a link to the page that tells more. */
function SignedIn() {
  const viewer = useViewer();
  if (!viewer && !settings.tellsApart) return null;
  return (
    <a href={signInPath} class="quiet">
      {viewer ? `${viewer.name} · ${viewer.role}` : texts.shell.signIn}
    </a>
  );
}

/** Says that what is shown may have moved on, while the gateway can't tell. */
function LivenessNote() {
  const isLost = useSyncExternalStore(liveness.onChange, () => liveness.isLost);
  return (
    <p class="livenessNote" role="status">
      {isLost && texts.shell.notLive}
    </p>
  );
}

/** The list of the shortcuts that work here. */
const Help = ({ onClose }: { readonly onClose: () => void }) => (
  <Modal title={texts.shortcuts.title} onClose={onClose}>
    <dl class="help">
      {activeShortcuts().map(({ keys, label }) => [
        <dt key={keys}>
          {keys.split(" ").map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </dt>,
        <dd key={`${keys} label`}>{label}</dd>,
      ])}
    </dl>
  </Modal>
);
