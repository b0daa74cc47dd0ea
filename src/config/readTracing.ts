/** Whether a process sends spans, and in which form. */
export interface TracingSettings {
  readonly protocol: "http/json" | "http/protobuf";
}

const protocols = ["http/protobuf", "http/json"] as const;
type Protocol = (typeof protocols)[number];

/**
 * Reads from OpenTelemetry's own variables whether spans are sent. All the others of them (`OTEL_SERVICE_NAME`, `OTEL_TRACES_SAMPLER`, …) are
 * read by its SDK, which is loaded only then.
 * @returns null where none are; a text where the settings are wrong
 */
export function readTracing(env: NodeJS.ProcessEnv = process.env): TracingSettings | null | string {
  const hasEndpoint = Boolean(env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT);
  if (!hasEndpoint || env.OTEL_SDK_DISABLED?.toLowerCase() === "true" || env.OTEL_TRACES_EXPORTER === "none") return null;
  const [key, protocol = "http/protobuf"] = env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL
    ? ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL]
    : ["OTEL_EXPORTER_OTLP_PROTOCOL", env.OTEL_EXPORTER_OTLP_PROTOCOL || undefined];
  if (!protocols.includes(protocol as Protocol)) return `${key}: must be one of ${protocols.join(", ")}`;
  return { protocol: protocol as Protocol };
}
