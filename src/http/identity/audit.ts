import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Actor } from "../../domain/actor.js";
import { cut } from "../../domain/cut.js";
import { isWriting } from "../../domain/permissions.js";
import type { Audit } from "../../graphql/context.js";

/** Makes what writes the lines `audit` of a request's operations. @param actor null where they are not known */
export function auditOf({ log, ip }: FastifyRequest, actor: Actor | null): Audit {
  /** The gateway's executor leaves a query that is refused to graphql-js, which is refused again. */
  const refused = new Set<string>();
  return (operation, outcome) => {
    const isRefused = outcome === "FORBIDDEN" || outcome === "UNAUTHENTICATED";
    if (isRefused && refused.has(operation)) return;
    if (isRefused) refused.add(operation);
    log[isRefused ? "warn" : "info"]({ actor: actor?.name ?? null, role: actor?.role ?? null, operation, outcome, address: ip }, "audit");
  };
}

/** Writes a line `audit` for each request that is refused, and for each of REST's that writes. Those of GraphQL's are told by its schema. */
export function auditAnswers(app: FastifyInstance): void {
  app.addHook("onResponse", (request, { statusCode }, done) => {
    const { operation } = request.routeOptions.config;
    const refusal = { 401: "UNAUTHENTICATED", 403: "FORBIDDEN" }[statusCode];
    const isWritten = operation !== undefined && isWriting(operation);
    if (refusal || isWritten) {
      const [path = ""] = request.url.split("?", 1);
      auditOf(request, request.identity?.actor ?? null)(
        operation ?? `${request.method} ${cut(path)}`,
        refusal ?? (statusCode < 400 ? "DONE" : String(statusCode)),
      );
    }
    done();
  });
}
