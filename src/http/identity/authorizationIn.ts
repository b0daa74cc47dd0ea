/**
 * What a WebSocket's `connection_init` says in place of the header `Authorization`, which browsers can't send. Its name may be written in any
 * case, as a header's.
 */
export function authorizationIn(parameters: Readonly<Record<string, unknown>> | undefined): unknown {
  return Object.entries(parameters ?? {}).find(([name]) => name.toLowerCase() === "authorization")?.[1];
}
