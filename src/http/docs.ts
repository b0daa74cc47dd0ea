import swagger, { type StaticDocumentSpec } from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { openapi } from "../rest/openapi.js";

/** The page loads nothing but from here, and sends nothing elsewhere. Swagger UI sets some styles in its elements. */
const policy = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
].join("; ");

/** `/openapi.json`: what the REST door takes and gives. `/docs`: the same to read and to try, with no outside host involved. */
export async function docs(app: FastifyInstance): Promise<void> {
  const document = openapi as unknown as StaticDocumentSpec["document"]; // The plugin's types end at 3.0; it only hands the document on.
  await app.register(swagger, { mode: "static", specification: { document } });
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    theme: { title: "Batch Services" },
    uiConfig: { tryItOutEnabled: true },
    staticCSP: policy,
  });
  app.get("/openapi.json", async () => openapi);
}
