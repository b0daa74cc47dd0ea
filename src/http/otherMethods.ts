import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";

/** The methods of each path. */
export type MethodsOfPaths = ReadonlyMap<string, ReadonlySet<string>>;

/** Notes, from now on, the methods of every path that is mounted. */
export function noteMethods(app: FastifyInstance): MethodsOfPaths {
  const paths = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }) => {
    const methods = paths.get(url) ?? new Set();
    for (const name of [method].flat()) methods.add(name);
    paths.set(url, methods);
  });
  return paths;
}

/** Answers the methods that a path does not have: 405, or for OPTIONS 200, with `Allow` naming those that it has. */
export function answerOtherMethods(app: FastifyInstance, paths: MethodsOfPaths): void {
  for (const [url, methods] of [...paths]) {
    const allowed = new Set([...methods, "OPTIONS"]);
    const allow = [...allowed].join(", ");
    const refuse = (request: FastifyRequest, reply: FastifyReply) =>
      reply
        .code(405)
        .header("allow", allow)
        .send({ detail: `Method "${request.method}" not allowed` });
    const refused = app.supportedMethods.filter((method) => !allowed.has(method)) as HTTPMethods[];
    // Refused before the body is read: what it says does not matter.
    app.route({ url, method: refused, onRequest: async (request, reply) => refuse(request, reply), handler: refuse });
    if (!methods.has("OPTIONS")) {
      app.route({ url, method: "OPTIONS", handler: (_request, reply) => reply.header("allow", allow).send() });
    }
  }
}
