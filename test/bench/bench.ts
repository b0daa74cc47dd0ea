import type { Databases } from "./dataset/databases.js";
import type { Options } from "./options.js";
import type { Report } from "./report.js";

/** What a section works with. */
export interface Bench {
  readonly options: Options;
  readonly databases: Databases;
  readonly report: Report;
}

/** Measures what some of the targets are about. */
export type Section = (bench: Bench) => Promise<void>;

/** Runs some work, and stops the servers that it had, however it ends. */
export async function withServers<Servers extends readonly { stop(): Promise<void> }[]>(
  starting: readonly [...{ [I in keyof Servers]: Promise<Servers[I]> }],
  work: (...servers: Servers) => Promise<void>,
): Promise<void> {
  const settled = await Promise.allSettled(starting);
  const servers = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  try {
    for (const one of settled) if (one.status === "rejected") throw one.reason;
    await work(...(servers as unknown as Servers));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
