import type { FastifyInstance } from "fastify";

/** A line of `/metrics` that has a number. */
export interface MetricSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export function readSamples(text: string): MetricSample[] {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [, name = "", labels = "", value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text]);
    return { name, labels: Object.fromEntries(pairs), value: Number(value) };
  });
}

/** Scrapes an app. @returns the number of a metric with these labels, among others; undefined where there is none */
export async function scrape(app: FastifyInstance) {
  const { statusCode, payload } = await app.inject({ url: "/metrics" });
  if (statusCode !== 200) throw new Error(`/metrics answered ${statusCode}`);
  const samples = readSamples(payload);
  return (name: string, labels: Readonly<Record<string, string>> = {}): number | undefined =>
    samples.find((one) => one.name === `batch_gateway_${name}` && Object.entries(labels).every(([key, value]) => one.labels[key] === value))
      ?.value;
}
