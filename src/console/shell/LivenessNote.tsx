import { useEffect, useState } from "preact/hooks";
import { liveness } from "../api/liveness.js";
import { texts } from "../texts.js";

/** Says that what is shown may have moved on, while the gateway can't tell. */
export function LivenessNote() {
  const [isLost, setIsLost] = useState(liveness.isLost);
  useEffect(() => liveness.onChange(setIsLost), []);
  return (
    <p class="livenessNote" role="status">
      {isLost && texts.shell.notLive}
    </p>
  );
}
