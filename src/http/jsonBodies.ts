import { isUtf8 } from "node:buffer";
import type { FastifyInstance } from "fastify";

/**
 * Takes only bodies of JSON. Refuses those that are not UTF-8, in which Fastify by itself would replace characters, and those that are
 * compressed: a body is small, so compression would save a client little.
 */
export function takeJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser<Buffer>("application/json", { parseAs: "buffer" }, (request, body, done) => {
    if (!/^(identity)?$/i.test(request.headers["content-encoding"] ?? "")) done(refusal("CONTENT_CODING", 415));
    else if (isUtf8(body)) parse(request, body.toString(), done);
    else done(refusal("FST_ERR_CTP_INVALID_JSON_BODY", 400));
  });
}

/** @param code one that the error handler knows */
const refusal = (code: string, statusCode: number): Error => Object.assign(new Error(code), { code, statusCode });
