import { type Load, load, type Request } from "./load.js";
import type { Options } from "./options.js";
import type { Report } from "./report.js";
import type { WebServer } from "./serverProcess.js";
import { median, short } from "./statistics.js";

/** A server and what it is asked. */
export interface Variant {
  readonly name: string;
  readonly server: WebServer;
  readonly requests: readonly Request[];
}

/** What came out of all rounds, by the variants' names. */
export interface Outcome {
  /** Requests a second, the median. */
  rate(name: string): number;
  /** How much faster one is than another: the median of the ratios within a round, so that a slow minute counts for both. */
  ratio(name: string, other: string): number;
}

/** Warms all variants up, then measures each in turn, round after round, and prints a table. */
export async function measure(variants: readonly Variant[], options: Options, report: Report, title: string): Promise<Outcome> {
  const loads = new Map<string, Load[]>(variants.map(({ name }) => [name, []]));
  for (const { server, requests } of variants) await load(server, requests, { seconds: options.warmUpSeconds });
  for (let round = 0; round < options.rounds; round++) {
    for (const { name, server, requests } of variants) {
      // While the others were measured, its pool has let its connections go.
      await load(server, requests, { seconds: 1 });
      loads.get(name)?.push(await load(server, requests, { seconds: options.seconds }));
    }
  }
  const of = (name: string, value: keyof Load) => (loads.get(name) ?? []).map((one) => one[value]);
  report.table(
    title,
    ["", "requests/s", "rounds", "p50 ms", "p99 ms", "processor ms/request: server", "PostgreSQL"],
    variants.map(({ name }) => [
      name,
      short(median(of(name, "rate"))),
      of(name, "rate").map(short).join(" "),
      ...(["p50", "p99", "processor", "postgres"] as const).map((value) => short(median(of(name, value)))),
    ]),
  );
  return {
    rate: (name) => median(of(name, "rate")),
    ratio: (name, other) => {
      const others = of(other, "rate");
      return median(of(name, "rate").map((rate, round) => rate / (others[round] as number)));
    },
  };
}
