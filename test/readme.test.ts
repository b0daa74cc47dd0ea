import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "graphql-sse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const missing = ["bash", "curl"].filter((program) => spawnSync(program, ["--version"]).error);
if (missing.length > 0) console.warn(`The README is not run: there is no ${missing.join(", no ")}`);

/** Each step starts npm, some PostgreSQL: only what hangs takes that long. */
const stepMilliseconds = 300_000;

interface Step {
  readonly kind: "command" | "graphql";
  readonly text: string;
  /** What the README shows of the answer; … stands for the rest of a line, alone in a line for any lines. */
  readonly shown: string;
}

/** What the section "The first hour" does, step by step. */
function stepsOf(readme: string): Step[] {
  const section = /^## The first hour$([\s\S]+?)^## /m.exec(readme)?.[1] ?? "";
  const blocks = [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = "", text = ""]) => ({ language, text }));
  return blocks.flatMap(({ language, text }, i): Step[] => {
    if (language === "console") {
      return text
        .split(/^\$ /m)
        .slice(1)
        .map((command) => {
          const [line = "", ...output] = command.split("\n");
          return { kind: "command", text: line, shown: output.join("\n") };
        });
    }
    if (language === "graphql") return [{ kind: "graphql", text, shown: blocks[i + 1]?.text ?? "" }];
    expect([language, blocks[i - 1]?.language], text).toEqual(["json", "graphql"]);
    return [];
  });
}

const steps = stepsOf(await readFile(path.join(root, "README.md"), "utf8"));

function pattern(shown: string): RegExp {
  const literal = shown.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/^…(\n|$)/gm, "[\\s\\S]*").replaceAll("…", ".*")}$`);
}

/** A document in which … stands for the rest of a text. */
function matching(value: unknown): unknown {
  if (typeof value === "string" && value.endsWith("…")) return expect.stringMatching(pattern(value));
  if (Array.isArray(value)) return value.map(matching);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, matching(each)]));
}

describe.skipIf(missing.length > 0)("The README's first hour, in an empty folder,", () => {
  let folder: string;
  let port: string;
  let env: NodeJS.ProcessEnv;
  /** What is left running, in other terminals. */
  const running: ChildProcess[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "batch-gateway-readme-"));
    // Where root runs the tests, PostgreSQL runs as another user, who must be able to pass.
    await chmod(folder, 0o755);
    const left = new Set(["node_modules", ".git", ".data", "dist-bench"]);
    await cp(root, folder, { recursive: true, filter: (source) => !left.has(path.relative(root, source)) });
    await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    port = await freePort();
    const { DATABASE_URL: _, DATA_DIR: __, ...others } = process.env;
    const npm = { npm_config_loglevel: "silent", npm_config_cache: path.join(folder, "npm-cache") };
    env = { ...others, ...npm, PORT: port, BATCH_URL: `http://127.0.0.1:${port}` };
  });
  afterAll(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function stop(): Promise<void> {
    for (const child of running.splice(0).reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const closed = once(child, "close");
      child.kill("SIGTERM");
      await closed;
    }
  }

  async function start(command: string, shown: string): Promise<void> {
    const child = spawn("bash", ["-c", `exec ${command}`], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    running.push(child);
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    // Where there is no terminal it is said in other words: the addresses and commands are the same.
    const parts = shown.match(/http:[^\s)]+|npm run .+/g) ?? [];
    const isSaid = () => parts.every((part) => said.includes(part));
    await expect.poll(isSaid, { timeout: stepMilliseconds, interval: 200 }).toBe(true);
  }

  async function run(command: string): Promise<string> {
    const child = spawn("bash", ["-c", command], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    const [output] = await Promise.all([child.stdout.setEncoding("utf8").toArray(), once(child, "close")]);
    expect(child.exitCode, command).toBe(0);
    return output.join("").replaceAll("\r", "").trim();
  }

  /** What an operation has in its one field; of a subscription, the last that comes. */
  async function ask(query: string): Promise<unknown> {
    const client = createClient({ url: `http://127.0.0.1:${port}/graphql`, retryAttempts: 0 });
    let last: unknown;
    for await (const { data, errors } of client.iterate({ query })) {
      expect(errors).toBeUndefined();
      [last] = Object.values(data ?? {});
    }
    return last;
  }

  it("has all that a newcomer does", () => {
    const commands = steps.map(({ text }) => text).join("\n");
    for (const part of [
      "load -- --sample",
      "mutation Validate",
      "mutation Create",
      "subscription Watch",
      "curl",
      "batch -- watch",
      "work --",
      "-- requeue",
      "cancel",
    ]) {
      expect(commands).toContain(part);
    }
    for (const { kind, text } of steps) if (kind === "graphql") expect(text).toMatch(/^(query|mutation|subscription) \w+ {/);
  });

  it.each(steps)("$text", { timeout: stepMilliseconds }, async ({ kind, text, shown }) => {
    const expected = shown.replaceAll("4000", port);
    if (kind === "graphql") return expect(await ask(text)).toEqual(matching(JSON.parse(expected)));
    if (["npm start", "npm run work -- --sample"].includes(text)) return start(text, expected);
    if (text === "rm -r .data") await stop();
    expect(await run(text.replaceAll("4000", port))).toMatch(pattern(expected));
  });
});

function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(String(port)));
    });
  });
}
