import swagger, { type StaticDocumentSpec } from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { openapi } from "../rest/openapi.js";
import { isOpen } from "./identity/identify.js";
import { pagePolicy } from "./pages.js";

/** The page loads nothing from elsewhere, and sends nothing there. Swagger UI sets some styles in its elements, so these are allowed. */
const contentSecurityPolicy = pagePolicy({
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  imgSrc: ["'self'", "data:"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
});

/** Serves `/openapi.json`, the description of the REST door, and `/docs`, a page to read and to try it. No outside host is involved. */
export async function docs(app: FastifyInstance): Promise<void> {
  const document = openapi as unknown as StaticDocumentSpec["document"]; // The plugin's types end at 3.0, but it only hands the document on.
  // Here is what can be asked for, but no data.
  app.addHook("onRoute", (route) => {
    route.config = { ...route.config, isOpen };
  });
  await app.register(swagger, { mode: "static", specification: { document } });
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    theme: { title: "Batch Services" },
    uiConfig: { tryItOutEnabled: true },
    uiHooks: {
      onRequest: (_request, reply, done) => {
        reply.helmet({ contentSecurityPolicy });
        done();
      },
    },
  });
  app.get("/openapi.json", async () => openapi);
}
