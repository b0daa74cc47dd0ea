import { useRoute } from "preact-iso";
import { useTitle } from "../../parts/useTitle.js";

/** One batch: how far it is, and what failed. */
export function Batch() {
  const { params } = useRoute();
  useTitle(`#${params.id}`);
  return <h1>#{params.id}</h1>;
}
