import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) console.warn("The receiver in Python is not run: there is no python3");

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

describe.each([
  { name: "Node", program: process.execPath, file: "receiver.mjs", isThere: true },
  { name: "Python", program: "python3", file: "receiver.py", isThere: hasPython },
])("The receiver in $name", ({ program, file, isThere }) => {
  let child: ChildProcess | undefined;
  let url = "";
  let printed = "";
  beforeAll(async () => {
    if (!isThere) return;
    const script = path.resolve(import.meta.dirname, "../examples/webhooks", file);
    child = spawn(program, [script, "0"], {
      env: { PATH: process.env.PATH, WEBHOOK_SECRET: secret },
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout?.on("data", (chunk) => {
      printed += chunk;
    });
    await vi.waitFor(() => expect(printed).toMatch(/port \d+\n/), { timeout: 60_000 });
    url = `http://127.0.0.1:${/port (\d+)/.exec(printed)?.[1]}/`;
  });
  afterAll(() => void child?.kill());

  const body = JSON.stringify({ type: "batch.created", data: { batchId: 7, status: "CREATED", workState: "WAITING" } });
  const sent = async (signature: string, now = new Date()) => {
    const headers = {
      "webhook-id": "msg_1",
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": signature,
    };
    return (await fetch(url, { method: "POST", headers, body })).status;
  };
  const sign = (key: string, now = new Date()) => new Webhook(key).sign("msg_1", now, body);

  it.skipIf(!isThere)("takes what is signed by its secret, once, and nothing else", async () => {
    const other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    const old = new Date(Date.now() - 10 * 60 * 1000);
    expect(await sent(sign(other))).toBe(400);
    expect(await sent(sign(secret, old), old)).toBe(400);
    expect(await sent("v1,ü")).toBe(400);
    expect(await sent("")).toBe(400);
    expect(printed).not.toContain("batch 7");
    expect(await sent(sign(secret))).toBe(204);
    expect(await sent(`${sign(other)} ${sign(secret)}`)).toBe(204);
    expect(printed.match(/batch\.created: batch 7 is CREATED, its work WAITING/g)).toHaveLength(1);
  });
});
