/** What the gateway says about itself in the page: `ConsoleSettings` of `src/http/consoleDoor.ts`. */
interface Settings {
  readonly hasGraphiql: boolean;
  /** Whether callers are told apart, by whichever way. */
  readonly tellsApart: boolean;
  /** Whether an API key or a token can be typed in. */
  readonly takesTokens: boolean;
  /** The issuer where callers can sign in; null where none is set. */
  readonly openIdConnect: { readonly issuer: string; readonly clientId: string; readonly scope: string; readonly audience: string } | null;
}

/** Vite serves the page without them. */
const unset: Settings = { hasGraphiql: true, tellsApart: false, takesTokens: false, openIdConnect: null };

const { settings: text } = document.body.dataset;

export const settings: Settings = text ? JSON.parse(text) : unset;
