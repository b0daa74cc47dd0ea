// Writes the typed documents of the tests and of the terminal client, from the SDL that is committed: `npm run contracts` runs it.
// With --check it writes nothing, and fails where a file is not what it would write. It calls GraphQL Code Generator's parts, not
// its command line, which brings 170 more packages; many of those ask for a Node newer than 20.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { buildSchema, parse } from "graphql";

/** Where documents are, and where their types go. */
const outputs = [
  { sources: "test", directory: "test/support/generated/" },
  { sources: "src/cli", directory: "src/cli/generated/" },
];

const config = {
  documentMode: "string",
  useTypeImports: true,
  enumsAsTypes: true,
  strictScalars: true,
  emitLegacyCommonJSImports: false,
  scalars: { DateTime: "string", JSONObject: "Record<string, unknown>" },
};

process.chdir(import.meta.dirname);
const schemaAst = buildSchema(readFileSync("src/graphql/schema.graphql", "utf8"));
const schema = parse(readFileSync("src/graphql/schema.graphql", "utf8"));

/** The operations and fragments that the files of a directory hand to `graphql`. */
function* documentsIn(directory) {
  for (const file of readdirSync(directory, { recursive: true }).sort()) {
    if (!file.endsWith(".ts") || file.includes("generated")) continue;
    const location = path.join(directory, file);
    for (const [, rawSDL] of readFileSync(location, "utf8").matchAll(/\bgraphql\(\s*`([^`]+)`/g)) {
      yield { location, rawSDL, document: parse(rawSDL) };
    }
  }
}

for (const { sources, directory } of outputs) {
  const options = { baseOutputDir: directory, presetConfig: { fragmentMasking: false }, config, schema, schemaAst };
  const sections = await preset.buildGeneratesSection({ ...options, documents: [...documentsIn(sources)], plugins: [], pluginMap: {} });
  for (const section of sections) {
    const content = await codegen({ ...section, schemaAst, importExtension: ".js", emitLegacyCommonJSImports: false });
    if (!process.argv.includes("--check")) writeFileSync(section.filename, content);
    else if (content !== readFileSync(section.filename, "utf8")) {
      console.error(`${section.filename} is not what its documents say: run \`npm run contracts\`.`);
      process.exitCode = 1;
    }
  }
}
