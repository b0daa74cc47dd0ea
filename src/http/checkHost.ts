import type { FastifyInstance } from "fastify";
import { DomainError } from "../domain/errors.js";

/** What names and addresses are made of, with a port perhaps; URL.canParse alone lets blanks and user names pass. */
const pattern = /^[\w.:[\]-]+$/;

/**
 * Refuses requests whose host is none, be it in `Host` or in what a trusted proxy says: addresses are made of it. HTTP/1.0 knows no host,
 * and those who probe use it.
 */
export function checkHost(app: FastifyInstance): void {
  app.addHook("onRequest", (request, _reply, done) => {
    if (request.host === "") request.raw.headers.host = "localhost";
    else if (!pattern.test(request.host) || !URL.canParse(`http://${request.host}`)) {
      return done(new DomainError({ code: "INVALID", path: ["host"], message: "is no host" }));
    }
    done();
  });
}
