import type { Logger } from "pino";

export interface Readiness {
  /** Where it answers, e.g. `http://127.0.0.1:4000`. Empty where it only expands batches. */
  readonly addresses: readonly string[];
  readonly isEmpty: boolean;
  readonly hasConsole: boolean;
  readonly hasGraphiql: boolean;
}

const emptyHint = "The database is empty. To load a small sample: npm run load -- --sample";

/**
 * Says that the gateway is ready and where, whatever the log's level. In a terminal it prints a text for people, and otherwise one line of
 * the log.
 */
export function sayReady(log: Logger, { addresses, isEmpty, hasConsole, hasGraphiql }: Readiness): void {
  const [address, ...others] = addresses;
  const hint = isEmpty ? emptyHint : undefined;
  if (address !== undefined && process.stdout.isTTY) {
    const lines = [
      ...(hasConsole ? [`Console   ${address}/   (in a browser)`] : []),
      ...(hasGraphiql ? [`GraphiQL  ${address}/graphql   (in a browser)`] : []),
      `GraphQL   ${address}/graphql`,
      `REST      ${address}/batches/   (documented at ${address}/docs)`,
      ...(others.length > 0 ? [`Also at   ${others.join("  ")}`] : []),
      ...(hint ? ["", hint] : []),
    ];
    console.log(["", ...lines.map((line) => line && `  ${line}`), ""].join("\n"));
    return;
  }
  const where = address && { graphql: `${address}/graphql`, rest: `${address}/batches/`, docs: `${address}/docs` };
  const alsoAt = others.length > 0 ? others : undefined;
  log.child({}, { level: "info" }).info({ ...(where || {}), alsoAt, hint }, "Ready");
}
