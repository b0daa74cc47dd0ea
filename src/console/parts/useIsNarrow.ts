import { useEffect, useState } from "preact/hooks";

const narrow = matchMedia("(max-width: 640px)");

/** Whether the page is as narrow as a telephone. */
export function useIsNarrow(): boolean {
  const [isNarrow, setIsNarrow] = useState(narrow.matches);
  useEffect(() => {
    const listener = () => setIsNarrow(narrow.matches);
    narrow.addEventListener("change", listener);
    return () => narrow.removeEventListener("change", listener);
  }, []);
  return isNarrow;
}
