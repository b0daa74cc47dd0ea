/** What a span says besides its name. Names of attributes are those of OpenTelemetry's conventions where there are any. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A step of a trace, as OpenTelemetry has it: from its beginning to its end. */
export interface Span {
  /** Its W3C trace context, by which another process adds to the trace. */
  readonly traceparent: string;
  /** @param kind `client` for what another server does */
  child(name: string, attributes?: Attributes, kind?: "internal" | "client"): Span;
  set(attributes: Attributes): void;
  /** @param failure why it has failed; without, it has not */
  end(failure?: string): void;
}

/** Where spans go, in a process that is traced. A process that is not has null instead, and loads nothing for it. */
export interface Tracing {
  /** Begins the first span of this process in a trace. @param traceparent the trace context of who asks; without, a new trace begins */
  begin(kind: "server" | "consumer", name: string, traceparent: string | null | undefined, attributes?: Attributes): Span;
  /** Sends what has not been sent. */
  stop(): Promise<void>;
}
