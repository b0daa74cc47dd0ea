// How Vite builds the console, into `dist/console`; `build.js` calls it. `npx vite` serves it alone, with what a change of its sources
// makes of it, in front of a gateway on port 4000.
import { defineConfig } from "vite";

const gateway = "http://127.0.0.1:4000";

/** The oldest browsers that have all that the console needs, such as `light-dark()`. */
const target = ["chrome125", "edge125", "firefox128", "safari17.5"];

export default defineConfig({
  root: "src/console",
  base: "/console/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../../dist/console",
    emptyOutDir: true,
    target,
    cssTarget: target,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // A busy machine is no fault of the build.
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        // What is loaded first is one file, so that its modules run in the order of their imports: the first asks for the list's rows.
        codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] },
      },
    },
  },
  server: { proxy: { "/graphql": { target: gateway, ws: true } } },
  logLevel: "warn",
});
