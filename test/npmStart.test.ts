import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { useDatabase } from "./support/database.js";

const database = useDatabase();

/** Four programs start one after the other, one of which builds: only what hangs takes that long. */
const timeout = 180_000;
const commands = ["npm start", "npx batch-gateway start"];

it.each(commands)("A signal to npm alone stops the gateway that it has started: %s", { timeout }, async (command) => {
  const [program = "", ...args] = command.split(" ");
  const npm = spawn(program, args, {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { ...process.env, PORT: "0", DATABASE_URL: database().url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void npm.kill("SIGKILL"));
  let said = "";
  for await (const chunk of npm.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    said += chunk;
    if (said.includes("/docs")) break;
  }
  npm.stdout.resume();
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] as string;
  const lives = () =>
    fetch(`${address}/healthz`, { headers: { connection: "close" } }).then(
      ({ ok }) => ok,
      () => false,
    );
  expect(await lives()).toBe(true);
  const gone = once(npm, "exit");
  npm.kill("SIGTERM");
  await gone;
  await expect.poll(lives, { timeout: 60_000 }).toBe(false);
});

it.each(["npm run work -- --sample", "npx batch-gateway work --sample"])(
  "A signal to npm alone stops the worker that it has started: %s",
  { timeout },
  async (command) => {
    const [program = "", ...args] = command.split(" ");
    const npm = spawn(program, args, {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      env: { ...process.env, BATCH_URL: "http://127.0.0.1:9" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    onTestFinished(() => void npm.kill("SIGKILL"));
    // The output ends when the last process that holds it has ended.
    const closed = once(npm.stdout, "close");
    let said = "";
    npm.stdout.on("data", (chunk) => (said += chunk));
    await expect.poll(() => said, { timeout: 60_000 }).toContain("Worker ");
    npm.kill("SIGTERM");
    await closed;
    expect(said).toContain("Stops.");
  },
);
