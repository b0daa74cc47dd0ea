import { writeFile } from "node:fs/promises";
import { buildGraphqlSchema, printSdl } from "../graphql/schema.js";
import { openapi } from "../rest/openapi.js";

// Writes down what clients see, as it is committed: tests fail where the two differ.
await writeFile(new URL("../../src/graphql/schema.graphql", import.meta.url), printSdl(await buildGraphqlSchema()));
await writeFile(new URL("../../src/rest/openapi.json", import.meta.url), `${JSON.stringify(openapi, null, 2)}\n`);
