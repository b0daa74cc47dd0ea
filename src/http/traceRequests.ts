import type { FastifyInstance } from "fastify";
import { TracedDb } from "../monitoring/TracedDb.js";
import type { Span, Tracing } from "../monitoring/tracing.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Null where requests are not traced. */
    span: Span | null;
  }
}

/** Makes each request of the doors a span, of the trace that its `traceparent` names, and its statements spans within. */
export function traceRequests(app: FastifyInstance, tracing: Tracing | null): void {
  app.decorateRequest("span", null);
  if (!tracing) return;
  app.addHook("onRequest", (request, _reply, done) => {
    const { method, url, id, headers, routeOptions } = request;
    const [path = ""] = url.split("?", 1);
    const route = routeOptions.url ?? "";
    request.span = tracing.begin("server", `${method} ${route}`, headers.traceparent as string | undefined, {
      "http.request.method": method,
      "http.route": route,
      "url.path": path,
      "batch_gateway.request_id": id,
    });
    done();
  });
  app.addHook("preHandler", (request, _reply, done) => {
    const { span } = request;
    if (span) request.db = new TracedDb(request.db, () => request.observation?.span ?? span);
    done();
  });
  app.addHook("onResponse", (request, { statusCode }, done) => {
    request.observation?.ends();
    request.span?.set({ "http.response.status_code": statusCode });
    request.span?.end(statusCode >= 500 ? String(statusCode) : undefined);
    done();
  });
}
