import { Counter, Gauge, type Registry } from "prom-client";

/** A number, or one for each value of its label; null where it is not known. */
type Current = number | Readonly<Record<string, number>> | null;

/** Adds numbers to a registry that are kept elsewhere, and are read at each scrape. */
export function numbersIn(registry: Registry) {
  const adds =
    (Kind: typeof Counter | typeof Gauge) =>
    (name: string, help: string, label: string | null, read: () => Current | Promise<Current>): void => {
      new Kind({
        name: `batch_gateway_${name}`,
        help,
        labelNames: label === null ? [] : [label],
        registers: [registry],
        async collect() {
          const current = await read();
          this.reset();
          if (typeof current === "number") this.inc(current);
          else if (label !== null) for (const [value, number] of Object.entries(current ?? {})) this.inc({ [label]: value }, number);
          // Otherwise, a number without a label would be 0.
          else this.remove();
        },
      });
    };
  return { counter: adds(Counter), gauge: adds(Gauge) };
}
