import type { FastifyRequest } from "fastify";
import Negotiator from "negotiator";

/** Whether a request is a browser's, which wants to see a page: it takes HTML rather than JSON. Programs do not. */
export const wantsPage = ({ method, headers }: Pick<FastifyRequest, "method" | "headers">): boolean =>
  ["GET", "HEAD"].includes(method) && new Negotiator({ headers }).mediaType(["application/json", "text/html"]) === "text/html";
