// Runs the tests on another version of Node, which the npm package `node` brings: `npm run test:node -- 26 [what vitest takes]`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";

const [version, ...args] = process.argv.slice(2);
if (!/^\d+(\.\d+){0,2}$/.test(version ?? "")) {
  console.error("Say which version of Node: npm run test:node -- 26");
  process.exit(2);
}

process.chdir(path.join(import.meta.dirname, ".."));
const home = path.resolve("node_modules", ".cache", `node-${version}`);
const bin = path.join(home, "node_modules", "node", "bin");
if (!existsSync(bin)) {
  mkdirSync(home, { recursive: true });
  run("npm", ["install", "--prefix", home, "--no-save", "--no-audit", "--no-fund", `node@${version}`], process.env);
}
// What the tests start, by npm or by name, is of that version, too.
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
run(path.join(bin, "node"), ["--version"], env);
run(path.join(bin, "node"), ["node_modules/vitest/vitest.mjs", "run", ...args], env);

/** Ends this process where the program fails. */
function run(program, args, env) {
  const { status, error } = spawnSync(program, args, { stdio: "inherit", env, shell: process.platform === "win32" });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
