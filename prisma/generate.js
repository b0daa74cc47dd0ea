// Makes the Prisma client when the schema (or Prisma itself) has changed since it was last made, so that a start costs nothing.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const output = new URL("../src/db/generated/", import.meta.url);
const stampFile = new URL(".stamp", output);
const sources = ["schema.prisma", "../prisma.config.ts", "generate.js"].map((file) => readFileSync(new URL(file, import.meta.url)));
const hash = createHash("sha256");
for (const source of [...sources, require("prisma/package.json").version]) hash.update(source);
const stamp = hash.digest("hex");

const isFresh = () => {
  try {
    return readFileSync(stampFile, "utf8") === stamp;
  } catch {
    return false;
  }
};

if (!isFresh()) {
  const cli = require.resolve("prisma/build/index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "generate"], {
    cwd: new URL("..", import.meta.url),
    encoding: "utf8",
  });
  if (status !== 0) {
    process.stderr.write(`prisma generate failed:\n${stdout}${stderr}`);
    process.exit(1);
  }
  mkdirSync(output, { recursive: true });
  writeFileSync(stampFile, stamp);
}
