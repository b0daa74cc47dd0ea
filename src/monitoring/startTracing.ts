import {
  type Context,
  DiagLogLevel,
  defaultTextMapGetter,
  diag,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { version } from "../domain/version.js";
import type { Attributes, Span, Tracing } from "./tracing.js";

export interface TracingOptions {
  /** The form in which spans are sent, over HTTP. */
  readonly protocol: "http/json" | "http/protobuf";
  /** The service's name where OTEL_SERVICE_NAME gives none. */
  readonly service: string;
  warn(message: string): void;
}

/** Milliseconds from one warning to the next. While nobody takes spans, there would be one every few seconds. */
const warningInterval = 60_000;
/** Milliseconds that the last spans have to be sent. */
const maxStopMilliseconds = 2_000;

/**
 * Starts to send spans by OTLP. Where to, which of them, and what else is said with them stands in OpenTelemetry's own variables of the
 * environment (`OTEL_…`), which its SDK reads.
 */
export async function startTracing({ protocol, service, warn }: TracingOptions): Promise<Tracing> {
  diag.setLogger(occasional(warn), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const { OTLPTraceExporter } = await (protocol === "http/json"
    ? import("@opentelemetry/exporter-trace-otlp-http")
    : import("@opentelemetry/exporter-trace-otlp-proto"));
  const own = resourceFromAttributes({ "service.name": service, "service.version": version });
  const provider = new BasicTracerProvider({
    resource: own.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer("batch-gateway", version);
  const propagator = new W3CTraceContextPropagator();
  return {
    begin: (kind, name, traceparent, attributes) => {
      const parent = propagator.extract(ROOT_CONTEXT, { traceparent: traceparent ?? undefined }, defaultTextMapGetter);
      return new TracedSpan(tracer, parent, name, kinds[kind], attributes);
    },
    stop: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, maxStopMilliseconds).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
    },
  };
}

const kinds = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

class TracedSpan implements Span {
  readonly #span: OtelSpan;
  readonly #context: Context;

  constructor(
    private readonly tracer: Tracer,
    parent: Context,
    name: string,
    kind: SpanKind,
    attributes: Attributes = {},
  ) {
    this.#span = tracer.startSpan(name, { kind, attributes }, parent);
    this.#context = trace.setSpan(parent, this.#span);
  }

  get traceparent(): string {
    const { traceId, spanId, traceFlags } = this.#span.spanContext();
    return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
  }

  child(name: string, attributes?: Attributes, kind: "internal" | "client" = "internal"): Span {
    return new TracedSpan(this.tracer, this.#context, name, kinds[kind], attributes);
  }

  set(attributes: Attributes): void {
    this.#span.setAttributes(attributes);
  }

  end(failure?: string): void {
    if (failure !== undefined) this.#span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
    this.#span.end();
  }
}

/** OpenTelemetry's own warnings, one a minute. */
function occasional(warn: (message: string) => void) {
  let last = Number.NEGATIVE_INFINITY;
  const say = (message: string, ...details: unknown[]) => {
    if (performance.now() - last < warningInterval) return;
    last = performance.now();
    warn(`Spans can't be sent: ${[message, ...details].map((one) => (one instanceof Error ? one.message : String(one))).join(" ")}`);
  };
  const ignore = () => {};
  return { error: say, warn: say, info: ignore, debug: ignore, verbose: ignore };
}
