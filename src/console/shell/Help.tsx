import { Modal } from "../parts/Modal.js";
import { activeShortcuts } from "../parts/shortcuts.js";
import { texts } from "../texts.js";

/** The list of the shortcuts that work here. */
export const Help = ({ onClose }: { readonly onClose: () => void }) => (
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
