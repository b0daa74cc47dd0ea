// Makes the Prisma client, the page of GraphiQL, the bundle that `npm start` and the commands run, and the console. Each is made only when
// something that goes into it has changed, so that a start costs nothing. There is a bundle because Node takes half a second longer to load
// some 1,400 modules, most of them in packages.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import "./requireNode.js";

/** Packages that stay out of the bundle: their files are found by their place, or they are optional and not installed. */
const external = ["@fastify/swagger-ui", "class-validator", "typescript"];

/** What can be run: `src/main.ts` becomes `dist/main.js`. */
const programs = ["main", "cli/batch", "cli/emitContracts", "cli/keys", "cli/load", "cli/prune", "cli/verify", "cli/work"];

/** Where in `dist` the program itself is. It lies as deep as the chunks, for the reason given at `chunkFileNames`. */
const programFile = (name) => `programs/${path.basename(name)}`;

/** Some packages ask for graphql's CommonJS modules. Those would be a second copy of graphql, whose types the first does not know. */
const oneGraphql = {
  name: "one-graphql",
  resolveId: {
    filter: { id: /^graphql(\/|$)/ },
    async handler(id, importer) {
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found && { ...found, id: found.id.replace(/\.js$/, ".mjs") };
    },
  },
};

async function bundle() {
  const { build } = await import("rolldown");
  for (const name of readdirSync("dist"))
    if (path.join("dist", name) !== consoleFolder) rmSync(path.join("dist", name), { recursive: true });
  await build({
    input: Object.fromEntries(programs.map((name) => [programFile(name), `src/${name}.ts`])),
    platform: "node",
    tsconfig: "tsconfig.json",
    external,
    plugins: [oneGraphql],
    // Chunks lie as deep as the files of src, so that a relative path leads to the same file from both. Names are kept, because
    // type-graphql goes by the names of classes.
    output: { dir: "dist", chunkFileNames: "chunks/[name].js", sourcemap: true, keepNames: true },
  });
  // The file that is run first checks the version of Node. A Node that is too old can't read the program, and would say so in its own
  // words.
  for (const name of programs) {
    const file = path.join("dist", `${name}.js`);
    const root = name.replaceAll(/[^/]+/g, "..");
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `import "${root}/requireNode.js";\n\nimport("${root}/dist/${programFile(name)}.js");\n`);
  }
}

/** The pages that people look at, and beside each file that is loaded its compressed forms. */
async function makeConsole() {
  const { build } = await import("vite");
  await build();
  for (const file of filesOf(`${consoleFolder}/assets`)) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

const consoleFolder = path.join("dist", "console");
const consoleSources = path.join("src", "console");

/** GraphiQL as one page, compressed, behind a line with the hashes of its scripts. */
async function makeGraphiql() {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const defaultQuery = readFileSync(graphiqlQuery, "utf8");
  // A token in the editor of headers is kept in no storage of the browser.
  const options = { title: "Batch gateway", endpoint: "/graphql", subscriptionsProtocol: "SSE", defaultQuery, shouldPersistHeaders: false };
  const html = renderGraphiQL(options).trim();
  const hashOf = ([, script]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  const hashes = [...html.matchAll(/<script>(.*?)<.script>/gs)].map(hashOf);
  writeFileSync("src/http/generated/graphiql", Buffer.concat([Buffer.from(`${hashes.join(" ")}\n`), gzipSync(html)]));
}

/** What stands in GraphiQL's editor at first. */
const graphiqlQuery = "src/http/graphiql.graphql";

function generateClient() {
  const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "generate"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}${stderr}`);
}

/** Makes a directory, unless its stamp says that it was made from exactly these files. */
async function whenChanged(directory, sources, make) {
  const hash = createHash("sha256");
  for (const file of sources) hash.update(file).update(readFileSync(file));
  const stamp = hash.digest("hex");
  const stampFile = path.join(directory, ".stamp");
  if (read(stampFile) === stamp) return;
  mkdirSync(directory, { recursive: true });
  accessSync(directory, constants.W_OK);
  await make();
  writeFileSync(stampFile, stamp);
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

const filesOf = (directory) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

async function build() {
  process.chdir(import.meta.dirname);
  const always = ["build.js", "package-lock.json"];
  await whenChanged("src/db/generated", [...always, "prisma/schema.prisma", "prisma.config.ts"], generateClient);
  await whenChanged("src/http/generated", [...always, graphiqlQuery], makeGraphiql);
  const ofConsole = filesOf(consoleSources);
  const others = filesOf("src").filter((file) => !ofConsole.includes(file));
  await whenChanged("dist", [...always, "tsconfig.json", ...others], bundle);
  await whenChanged(consoleFolder, [...always, "tsconfig.json", "vite.config.js", ...ofConsole], makeConsole);
}

build().catch((error) => {
  const isReadOnly = ["EACCES", "EPERM", "EROFS"].includes(error.code);
  console.error(isReadOnly ? `${path.resolve(error.path)} can't be written to (${error.code}).\n${unbuilt}` : error);
  process.exitCode = 1;
});

const unbuilt =
  "The gateway is not built yet, or has changed since. Run `npm run build` as a user who may write there: then it starts read-only, too.";
