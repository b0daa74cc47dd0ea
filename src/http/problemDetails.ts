import { STATUS_CODES } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Problem } from "../domain/errors.js";
import { snakeCase } from "../domain/snakeCase.js";

const mediaType = "application/problem+json";

/** Whether a caller wants errors as RFC 9457 describes them: `Accept` names their type. A wildcard does not, because Scale's callers send it. */
export const wantsProblem = ({ headers: { accept } }: FastifyRequest): boolean =>
  accept?.includes("problem+json") === true && /\bapplication\/problem\+json\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accept);

/** Says what is wrong, each field by its name in the documented API. */
export const describeProblems = (problems: readonly Problem[]): string =>
  problems.map((problem) => [fieldOf(problem).join("."), problem.message].filter(Boolean).join(": ")).join("; ");

/** The path of the field that a problem lies in, by the names of the documented API. */
const fieldOf = ({ path, endsInOwnName }: Problem): string[] =>
  path.map((name, i) => (endsInOwnName && i === path.length - 1 ? name : snakeCase(name)));

/** The fields in which problems lie: each by a JSON pointer into the body, or the name of a parameter of the query. */
export const fieldErrors = ({ method }: FastifyRequest, problems: readonly Problem[]) =>
  problems
    .filter(({ path }) => path.length > 0)
    .map((problem) => {
      const names = fieldOf(problem);
      const place =
        method === "POST" ? { pointer: `#${names.map((name) => `/${asPointer(name)}`).join("")}` } : { parameter: names.join(".") };
      return { code: problem.code, detail: problem.message, ...place };
    });

/** As RFC 6901 asks in pointers that are fragments of a URI. */
const asPointer = (name: string): string => encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));

/** Gives errors the form of RFC 9457, `application/problem+json`, where the caller wants them so. */
export function giveProblems(app: FastifyInstance): void {
  app.addHook("preSerialization", (request, reply, payload, done) => {
    if (reply.statusCode < 400 || !isError(payload)) return done(null, payload);
    const vary = reply.getHeader("vary");
    reply.header("vary", vary ? `${vary}, Accept` : "Accept");
    if (!wantsProblem(request)) return done(null, payload);
    reply.type(mediaType);
    const { statusCode: status } = reply;
    done(null, { type: "about:blank", title: STATUS_CODES[status], status, instance: request.url, ...payload });
  });
}

const isError = (payload: unknown): payload is { readonly detail: string } =>
  typeof payload === "object" && payload !== null && "detail" in payload;
