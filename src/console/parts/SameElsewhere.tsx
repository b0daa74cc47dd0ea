import { settings } from "../api/settings.js";
import { texts } from "../texts.js";

interface Props {
  /** The document that GraphiQL opens with, and its variables. */
  readonly document: { toString(): string };
  readonly variables: Readonly<Record<string, unknown>>;
  /** Its address by REST; absent where REST has no such thing. */
  readonly rest?: string;
}

/** Links to what the page shows, at the gateway's two doors. */
export function SameElsewhere({ document, variables, rest }: Props) {
  const query = new URLSearchParams({ query: document.toString(), variables: JSON.stringify(variables, null, 2) });
  return (
    <p class="quiet">
      {texts.elsewhere.title} {settings.hasGraphiql && <a href={`/graphql?${query}`}>{texts.shell.pages.graphiql}</a>}{" "}
      {rest && <a href={rest}>{texts.shell.pages.rest}</a>}
    </p>
  );
}
