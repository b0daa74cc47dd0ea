import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { addSlashes } from "./answer.js";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };

/** Scale's *Version*: its web client shows it on every page. It is the gateway's own version, not that of a Scale. */
export function versionRoute(app: FastifyInstance): void {
  app.get("/version/", async () => ({ version }));
  addSlashes(app, ["/version"]);
}
