import type { FastifyInstance } from "fastify";
import { isOpen } from "./identity/identify.js";
import { sendHtml, wantsPage } from "./sendHtml.js";

const bodyOf = (hasGraphiql: boolean): string => `<h1>Batch gateway</h1>
<p>Re-processes data in bulk: it makes batches of existing recipes, expands them into new recipes and jobs in the background, and shows
how far they are.</p>
<ul>
${hasGraphiql ? '<li><a href="/graphql">GraphiQL</a>: write and run GraphQL operations, with examples to begin with</li>' : ""}
<li><a href="/docs/">REST</a>: the documented Batch Services, to read and to try; <a href="/openapi.json">as OpenAPI</a></li>
<li><a href="/batches/">Batches</a> and <a href="/recipe-types/">recipe types</a>, as REST lists them</li>
<li>Health: <a href="/healthz">whether the process lives</a>, <a href="/readyz">whether it can do its work</a></li>
</ul>
<p>Nothing there yet? This loads a small sample, typed where the gateway was installed:</p>
<pre>npm run load -- --sample</pre>
<p>The README there goes on from here.</p>`;

/** Serves `/`: a page that tells people where to go from here. Programs have no use for it, and get 404. */
export async function homePage(app: FastifyInstance, { hasGraphiql }: { readonly hasGraphiql: boolean }): Promise<void> {
  const body = bodyOf(hasGraphiql);
  app.get("/", { config: { isOpen } }, (request, reply) => {
    if (wantsPage(request)) sendHtml(reply, "Batch gateway", body);
    else reply.callNotFound();
  });
}
