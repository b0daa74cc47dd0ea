import { isUtf8 } from "node:buffer";
import type { FastifyInstance } from "fastify";

/** Takes bodies of JSON and no others. What is no UTF-8 is refused; Fastify by itself would put other characters into its place. */
export function takeJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser<Buffer>("application/json", { parseAs: "buffer" }, (request, body, done) => {
    if (isUtf8(body)) parse(request, body.toString(), done);
    else done(Object.assign(new Error("Not UTF-8"), { code: "FST_ERR_CTP_INVALID_JSON_BODY", statusCode: 400 }));
  });
}
