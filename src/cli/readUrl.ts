import { InvalidArgumentError } from "commander";

/** Reads the URL of a gateway: of its GraphQL, or of the host alone. */
export function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new InvalidArgumentError("It must be an http:// or https:// URL, such as http://127.0.0.1:4000/graphql.");
  }
  if (url.username || url.password) throw new InvalidArgumentError("It must not hold a user name or a password.");
  if (url.pathname === "/") url.pathname = "/graphql";
  return url.href;
}
