import { settings } from "../api/settings.js";
import { texts } from "../texts.js";

interface Props {
  /** The document that GraphiQL opens with, and its variables. */
  readonly document: { toString(): string };
  readonly variables: Readonly<Record<string, unknown>>;
  /** Its address by REST; absent where REST has no such thing. */
  readonly rest?: string;
  /** What stands before the links. */
  readonly title?: string;
}

/** Links to what the page shows, at the gateway's two doors. */
export function SameElsewhere({ document, variables, rest, title = texts.elsewhere.title }: Props) {
  if (!settings.hasGraphiql && !rest) return null;
  const query = new URLSearchParams({ query: document.toString(), variables: JSON.stringify(variables, null, 2) });
  return (
    <p class="quiet">
      {title} {settings.hasGraphiql && <a href={`/graphql?${query}`}>{texts.elsewhere.graphiql}</a>}{" "}
      {rest && <a href={rest}>{texts.elsewhere.rest}</a>}
    </p>
  );
}
