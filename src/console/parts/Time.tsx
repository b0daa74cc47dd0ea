import { useEffect, useState } from "preact/hooks";
import { texts } from "../texts.js";

const tickers = new Set<() => void>();
setInterval(() => {
  for (const tick of tickers) tick();
}, 15_000);

interface Props {
  readonly at: string;
  /** Whether it is shown as it stands in the local zone; otherwise, as its distance from now. */
  readonly isAbsolute?: boolean;
}

/** A point in time; on hover, in the local zone and in UTC, which is put into words only then: a list has many. */
export function Time({ at, isAbsolute = false }: Props) {
  const [, tick] = useState(0);
  useEffect(() => {
    const ticker = () => tick((count) => count + 1);
    tickers.add(ticker);
    return () => void tickers.delete(ticker);
  }, []);
  const time = new Date(at);
  return (
    <time dateTime={at} onPointerEnter={({ currentTarget }) => (currentTarget.title = texts.time.both(time))}>
      {isAbsolute ? texts.time.local(time) : texts.time.relative((time.getTime() - Date.now()) / 1000)}
    </time>
  );
}
