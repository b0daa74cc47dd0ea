import { writeFile } from "node:fs/promises";
import { buildGraphqlSchema, printSdl } from "../graphql/schema.js";
import { openapi } from "../rest/openapi.js";

// Writes the two files that say what clients see. They are committed, and tests fail where they differ from the code.
await writeFile(new URL("../../src/graphql/schema.graphql", import.meta.url), printSdl(await buildGraphqlSchema()));
await writeFile(new URL("../../src/rest/openapi.json", import.meta.url), `${JSON.stringify(openapi, null, 2)}\n`);
