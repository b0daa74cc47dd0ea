import type { FastifyInstance } from "fastify";
import { DomainError } from "../domain/errors.js";

/** What names and addresses are made of, with a port perhaps; URL.canParse alone lets blanks and user names pass. */
const pattern = /^[\w.:[\]-]+$/;

/**
 * Refuses requests whose host or protocol is none, be it in `Host` or in what a trusted proxy says: addresses are made of them. HTTP/1.0
 * knows no host, and those who probe use it.
 */
export function checkHost(app: FastifyInstance): void {
  app.addHook("onRequest", (request, _reply, done) => {
    if (request.host === "") request.raw.headers.host = "localhost";
    const { protocol, host } = request;
    if (!pattern.test(host) || !URL.canParse(`http://${host}`)) done(invalid("host", "is no host"));
    else if (protocol !== "http" && protocol !== "https") done(invalid("x-forwarded-proto", "is neither http nor https"));
    else done();
  });
}

const invalid = (header: string, message: string) => new DomainError({ code: "INVALID", path: [header], message });
