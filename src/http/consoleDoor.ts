import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.js";
import { isOpen } from "./identity/identify.js";
import { pagePolicy, wantsPage } from "./pages.js";

/** What the build has made of `src/console`. */
const built = new URL("../../dist/console/", import.meta.url);

/** The page runs and loads nothing but the gateway's own files, asks nobody else but the issuer of its tokens, and is shown in no frame. */
const policyOf = (issuers: readonly string[]) =>
  pagePolicy({ connectSrc: ["'self'", ...issuers], imgSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"] });

/** What the console's page learns of the gateway before it asks anything. `src/console/api/settings.ts` reads it. */
function consoleSettings({ graphiql, identity }: Partial<Config>) {
  const { oidc = null, apiKeys = false } = identity ?? {};
  return {
    hasGraphiql: graphiql?.length !== 0,
    /** Whether callers are told apart, by whichever way. */
    tellsApart: Boolean(identity),
    /** Whether an API key or a token can be typed in. */
    takesTokens: apiKeys || oidc !== null,
    /** By what people sign in at the issuer; null where the console is no client of one. */
    openIdConnect: oidc?.console ? { issuer: oidc.issuer, ...oidc.console, audience: oidc.audience } : null,
  };
}

/** The page with the settings in it. Without GraphiQL, it names none to those who run no scripts. */
function pageWith(page: string, settings: ReturnType<typeof consoleSettings>): string {
  const text = JSON.stringify(settings).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const shown = settings.hasGraphiql ? page : page.replace(/<!-- graphiql -->.*<!-- \/graphiql -->/s, "");
  return shown.replace("<body>", () => `<body data-settings="${text}">`);
}

/**
 * Serves the console: its page at `/` and below `/console/`, whatever the rest of the address says, because the page reads that itself; and
 * its files, compressed. It has no data, so it needs no identity. Programs have no use for the page, and get 404.
 */
export async function consoleDoor(app: FastifyInstance, { config }: { readonly config: Partial<Config> }): Promise<void> {
  app.addHook("onRoute", (route) => {
    route.config = { ...route.config, isOpen };
  });
  const settings = consoleSettings(config);
  const page = pageWith(await readFile(new URL("index.html", built), "utf8"), settings);
  const contentSecurityPolicy = policyOf(settings.openIdConnect ? [new URL(settings.openIdConnect.issuer).origin] : []);
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL("assets/", built)),
    prefix: "/console/assets/",
    preCompressed: true,
    index: false,
    // The name of each has a hash of its content.
    immutable: true,
    maxAge: "365 days",
  });
  const show = (request: FastifyRequest, reply: FastifyReply) => {
    if (!wantsPage(request)) return reply.callNotFound();
    reply.helmet({ contentSecurityPolicy });
    return reply.headers({ "cache-control": "no-cache", vary: "Accept" }).type("text/html; charset=utf-8").send(page);
  };
  for (const url of ["/", "/console", "/console/*"]) app.get(url, show);
}
