import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { unitTests } from "./test/support/unitTests.js";

// What runs from the bundle runs what the sources say, however the tests are started.
execFileSync(process.execPath, ["build.js"], { stdio: "inherit" });

const doors = ["test/graphql/**/*.test.ts", "test/rest/**/*.test.ts"];
const globalSetup = ["test/support/globalSetup.ts"];

export default defineConfig({
  // Without this, vitest loads graphql twice, as ES modules and as CommonJS, and type-graphql's schema is refused.
  resolve: {
    alias: [
      { find: /^graphql(\/index\.mjs)?$/, replacement: fileURLToPath(new URL("node_modules/graphql/index.js", import.meta.url)) },
      { find: /^graphql\/(.*)\.mjs$/, replacement: "graphql/$1.js" },
    ],
  },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: [...unitTests], isolate: false } },
      // Their files share a process, one after the other, and what it has loaded: to load the gateway for each takes 4 s of processor time.
      { extends: true, test: { name: "doors", include: doors, exclude: [...unitTests], globalSetup, isolate: false } },
      { extends: true, test: { name: "database", include: ["test/**/*.test.ts"], exclude: [...unitTests, ...doors], globalSetup } },
    ],
    // Against what hangs: a slow machine, or a busy one, takes its time.
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 120_000,
    server: {
      deps: { inline: ["type-graphql", "graphql-scalars", "@apollo/server", "@as-integrations/fastify"] },
    },
  },
});
