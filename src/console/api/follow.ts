import type { TypedDocumentString } from "../generated/graphql.js";
import { liveness } from "./liveness.js";
import { pauseBefore, subscribe } from "./socket.js";

export interface Follower<Result> {
  next(result: Result): void;
  /** Whether nothing more will come. By default, something always may. */
  isOver?(): boolean;
}

/**
 * Subscribes, and again whenever the subscription has ended before it is over: a gateway that stops completes its subscriptions, and a busy
 * one refuses them.
 * @returns ends it
 */
export function follow<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { next, isOver = () => false }: Follower<Result>,
): () => void {
  let tries = 0;
  let isLeft = false;
  let end = () => {};
  const noteLeft = liveness.follow();
  const begin = () => {
    end = subscribe(document, variables, {
      next: (result) => {
        tries = 0;
        next(result);
      },
      ended: () => {
        if (isLeft || isOver()) return noteLeft();
        const timer = setTimeout(begin, pauseBefore(tries++));
        end = () => clearTimeout(timer);
      },
    });
  };
  begin();
  return () => {
    isLeft = true;
    end();
    noteLeft();
  };
}
