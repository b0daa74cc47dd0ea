import { queryClient } from "../../api/queryClient.js";
import { session } from "../../api/session.js";
import { useViewer } from "../../api/useViewer.js";
import { texts } from "../../texts.js";

const t = texts.signIn;

/** Who asks, what they may do, and the way out. */
export function Viewer() {
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
