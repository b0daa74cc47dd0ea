import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";

/** Notes every path that is mounted from now on. */
export function notePaths(app: FastifyInstance): ReadonlySet<string> {
  const paths = new Set<string>();
  app.addHook("onRoute", ({ url }) => {
    paths.add(url);
  });
  return paths;
}

/** Answers the methods that a path does not have: 405, or for OPTIONS 200, with `Allow` naming those that it has. */
export function answerOtherMethods(app: FastifyInstance, paths: ReadonlySet<string>): void {
  for (const url of [...paths]) {
    const has = (method: string) => app.hasRoute({ url, method: method as HTTPMethods });
    const refused = app.supportedMethods.filter((method) => !has(method) && method !== "OPTIONS") as HTTPMethods[];
    const allow = [...app.supportedMethods.filter((method) => has(method) && method !== "OPTIONS"), "OPTIONS"].join(", ");
    const refuse = (request: FastifyRequest, reply: FastifyReply) =>
      reply
        .code(405)
        .header("allow", allow)
        .send({ detail: `Method "${request.method}" not allowed` });
    // Requests are refused before their bodies are read, because what these say does not matter.
    app.route({ url, method: refused, onRequest: async (request, reply) => refuse(request, reply), handler: refuse });
    const name = (_request: unknown, reply: FastifyReply) => reply.header("allow", allow).send();
    if (!has("OPTIONS")) app.options(url, { onRequest: async (request, reply) => name(request, reply) }, name);
  }
}
