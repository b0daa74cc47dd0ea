#!/usr/bin/env node
// The gateway and its commands, as `npm start` and `npm run` start them, but without npm's lines before what they print.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const modules = {
  start: "main.js",
  load: "cli/load.js",
  batch: "cli/batch.js",
  work: "cli/work.js",
  verify: "cli/verify.js",
  prune: "cli/prune.js",
  keys: "cli/keys.js",
};

const usage = `Usage: npx batch-gateway COMMAND [ARGUMENT...]

Commands:
  start  run the gateway, set by environment variables (the README lists them)
  load   load recipe types into the gateway's database
  batch  list, create and watch batches at a running gateway
  work   run the jobs of a running gateway
  verify check that what the database holds agrees with itself
  prune  remove what is superseded and done
  keys   create, list and revoke the API keys of callers

load, batch, work, verify, prune and keys say more: npx batch-gateway batch --help`;

// Each command knows the version.
if (["--version", "-V"].includes(process.argv[2] ?? "")) process.argv.splice(2, 1, "batch", "--version");
const [command = ""] = process.argv.splice(2, 1);
if (Object.hasOwn(modules, command)) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  // What the build prints must not stand in the output of the command.
  const { status } = spawnSync(process.execPath, ["build.js"], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  // As npm does, so that settings and the data are the same ones from everywhere.
  process.env.INIT_CWD = process.cwd();
  process.chdir(root);
  // Between npx and its program is a shell that passes no signals on, as between npm and the gateway or the worker, which know that.
  if (["start", "work"].includes(command) && process.env.npm_lifecycle_event === "npx") process.env.npm_lifecycle_event = command;
  await import(`../dist/${modules[command]}`);
} else if (command === "--help" || command === "-h") {
  console.log(usage);
} else {
  console.error(usage);
  process.exit(2);
}
