import type { TypedDocumentString } from "../generated/graphql.js";
import { named } from "./ask.js";
import { liveness } from "./liveness.js";
import { askToSignIn } from "./session.js";
import { isStranger, pauseBefore, socket } from "./socket.js";

export interface Follower<Result> {
  next(result: Result): void;
  /** Whether nothing more will come. By default, something always may. */
  isOver?(): boolean;
}

/** Milliseconds for which a tab that nobody sees is still told what moves: who looks away for a moment finds it as it is now. */
const unseenFor = 30_000;

/**
 * Subscribes, and again whenever the subscription has ended before it is over: a gateway that stops completes its subscriptions, and a busy
 * one refuses them. A tab that was not seen for a while is told nothing until it is seen: each subscription begins with how things
 * are, or by saying that any may have changed. Strangers are led to say who they are.
 * @returns ends it
 */
export function follow<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { next, isOver = () => false }: Follower<Result>,
): () => void {
  let tries = 0;
  /** Ends what is under way: a subscription, or the pause before the next. Null while nobody sees the tab. */
  let end: (() => void) | null = null;
  const noteLeft = liveness.follow();
  const begin = () => {
    const ended = () => {
      if (end !== own) return;
      if (isOver()) return leave();
      const timer = setTimeout(begin, pauseBefore(tries++));
      end = () => clearTimeout(timer);
    };
    const own = socket.subscribe<Result>(
      { ...named(document), variables },
      {
        next: ({ data }) => {
          if (!data) return;
          tries = 0;
          next(data);
        },
        error: (error) => (isStranger(error) ? askToSignIn() : ended()),
        complete: ended,
      },
    );
    end = own;
  };
  const rest = () => {
    end?.();
    end = null;
  };
  const unwatch = watchSight(rest, () => end ?? begin());
  const leave = () => {
    unwatch();
    rest();
    noteLeft();
  };
  begin();
  return leave;
}

/** Calls `rest` when the tab was hidden for a while, and `goOn` whenever it is seen. @returns ends it */
function watchSight(rest: () => void, goOn: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(rest, unseenFor);
    else goOn();
  };
  document.addEventListener("visibilitychange", look);
  if (document.hidden) look();
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
