import type { FastifyInstance } from "fastify";
import { DomainError } from "../domain/errors.js";

/** The characters of names, addresses and ports. URL.canParse alone would let blanks and user names pass. */
const pattern = /^[\w.:[\]-]+$/;

/**
 * Refuses requests whose host or protocol is not valid, in `Host` or in what a trusted proxy says: the links in answers are made of these
 * two. A request by HTTP/1.0 may have no `Host`, and some health probes send such requests. They are taken to ask for localhost.
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
