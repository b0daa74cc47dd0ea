import type { FastifyRequest } from "fastify";
import Negotiator from "negotiator";

const none = ["'none'"];

/**
 * The Content-Security-Policy of a page, in the form that helmet takes: whatever is not named is allowed from nowhere, and no page is shown in
 * a frame.
 * @param sources from where the page may load what, by directive
 */
export const pagePolicy = (sources: Readonly<Record<string, readonly string[]>>) => ({
  useDefaults: false,
  directives: { defaultSrc: none, baseUri: none, formAction: none, frameAncestors: none, ...(sources as Record<string, string[]>) },
});

/** Whether a request is a browser's, which wants to see a page: it takes HTML rather than JSON. Programs do not. */
export const wantsPage = ({ method, headers }: Pick<FastifyRequest, "method" | "headers">): boolean =>
  (method === "GET" || method === "HEAD") && new Negotiator({ headers }).mediaType(["application/json", "text/html"]) === "text/html";
