// `npm run dev`: runs the gateway, and builds and starts it anew whenever a file of src or prisma has changed. Where the build fails, the
// gateway that runs is left running. Stacks name the lines of src.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, watch } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

process.chdir(import.meta.dirname);

/** Milliseconds from one look for changes to the next. Editors write a file in several steps, and people save several files at once. */
const quietMilliseconds = 200;

let gateway;
let isEnding = false;

// The terminal sends Ctrl-C to the gateway as well. This process ends when the gateway has.
process.on("SIGINT", () => {
  isEnding = true;
});
process.on("SIGTERM", () => {
  isEnding = true;
  gateway?.kill();
});

let hasChanged = true;
for (const directory of ["src", "prisma"]) {
  watch(directory, { recursive: true }, () => {
    hasChanged = true;
  });
}

for (let running = ""; !isEnding; await wait(quietMilliseconds)) {
  if (!hasChanged) continue;
  hasChanged = false;
  const { status } = spawnSync(process.execPath, ["build.js"], { stdio: "inherit" });
  const built = status === 0 ? ["dist", "dist/console"].map((folder) => readFileSync(`${folder}/.stamp`, "utf8")).join() : running;
  if (built === running) continue;
  running = built;
  await stop();
  if (!isEnding) gateway = spawn(process.execPath, ["--enable-source-maps", "dist/main.js"], { stdio: "inherit" });
}
await hasEnded();
process.exit();

async function stop() {
  if (isRunning()) gateway.kill();
  await hasEnded();
}

async function hasEnded() {
  if (isRunning()) await once(gateway, "exit");
}

function isRunning() {
  return gateway !== undefined && gateway.exitCode === null && gateway.signalCode === null;
}
