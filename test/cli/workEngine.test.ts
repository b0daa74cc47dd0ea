import { readdirSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FakeGateway } from "../support/fakeGateway.js";
import { fakeSlurm } from "../support/fakeSlurm.js";
import { linesOf, shellStep, startBridge } from "./bridgeCommand.js";
import { makeFolder } from "./workCommand.js";

async function prepare() {
  const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
  const { env, place } = await fakeSlurm(folder);
  const settings = { jobTypes: [shellStep("true")], worker: "bridge" };
  const calls = async (command: string) => (await linesOf(path.join(place, "calls"))).filter((line) => line.startsWith(command));
  const queue = () => linesOf(path.join(place, "queue"));
  return {
    ...{ gateway, folder, calls },
    start: (others: object = {}) => startBridge(gateway.url, { ...settings, ...others }, { folder, env }),
    write: (name: "word" | "away", text: string) => writeFile(path.join(place, name), text),
    /** The controller answers again. */
    isBack: () => rm(path.join(place, "away")),
    queue,
    /** Gives each task a state: the first one the first, and so on. */
    move: async (...words: string[]) => {
      const tasks = await queue();
      await writeFile(path.join(place, "queue.new"), tasks.map((line, i) => `${line.replace("RUNNING", words[i] ?? "")}\n`).join(""));
      await rename(path.join(place, "queue.new"), path.join(place, "queue"));
    },
  };
}

const wide = { timeout: 20_000 };

describe("A worker with an engine", { timeout: 60_000 }, () => {
  it("reports what the engine says of a job", async () => {
    const { gateway, start, queue, move } = await prepare();
    const reports = {
      TIMEOUT: { failed: { error: "timeout", retryable: true, message: "The engine ended it at its time limit: TIMEOUT" } },
      OUT_OF_MEMORY: { failed: { error: "memory", retryable: true } },
      CANCELLED: { failed: { error: "canceled", retryable: true } },
      PREEMPTED: { released: { reason: "The engine needed its place: PREEMPTED" } },
    };
    const words = Object.keys(reports);
    const tokens = words.map((type) => gateway.add({ type }));
    await start({ jobTypes: words.map((name) => shellStep("true", { name })) });
    await expect.poll(queue, wide).toHaveLength(4);
    await move(...words);
    await expect.poll(() => tokens.every(gateway.endOf), wide).toBe(true);
    expect(tokens.map(gateway.endOf)).toMatchObject(Object.values(reports));
  });

  it("asks Slurm less than 50 times for 1,000 jobs", async () => {
    const { gateway, start, write, calls, folder } = await prepare();
    await write("word", "COMPLETED");
    const tokens = Array.from({ length: 1000 }, (_, i) => gateway.add({ type: i % 2 ? "step" : "other" }));
    const jobTypes = [shellStep("true"), shellStep("true", { name: "other" })];
    await start({ maxJobs: 1000, jobTypes, leaseSeconds: 60 });
    await expect.poll(() => tokens.every(gateway.endOf), { timeout: 50_000, interval: 500 }).toBe(true);
    expect(gateway.reports.filter(({ completed }) => completed)).toHaveLength(1000);
    expect(await calls("sbatch --array")).toHaveLength(2);
    expect((await calls("")).length).toBeLessThan(50);
    await expect.poll(() => readdirSync(path.join(folder, "work/bridge")).sort(), wide).toEqual(["ended", "order.json"]);
  });

  it("claims nothing while the engine is away, and sends heartbeats for what is there", async () => {
    const { gateway, start, write, isBack, move } = await prepare();
    const first = gateway.add();
    const worker = await start();
    await expect.poll(() => gateway.reports.some(({ token, heartbeat }) => token === first && heartbeat), wide).toBe(true);
    await write("away", "");
    await expect.poll(worker.printed, wide).toContain("Slurm can't be asked: squeue: squeue: error: Unable to contact slurm controller");
    const [orders, reports] = [gateway.orders.length, gateway.reports.length];
    await expect.poll(() => gateway.reports.length, wide).toBeGreaterThan(reports + 1);
    expect(gateway.orders.length - orders).toBeLessThan(2);
    await isBack();
    await move("OUT_OF_MEMORY");
    await expect.poll(() => gateway.endOf(first), wide).toBeDefined();
    expect(worker.printed()).toContain("Slurm answers again.");
  });

  it("cancels an array that nobody here knows: it came to the engine after it was given up", async () => {
    const { gateway, folder, start, calls } = await prepare();
    const token = gateway.add();
    const first = await start();
    await expect.poll(() => calls("sbatch --array"), wide).toHaveLength(1);
    first.child.kill("SIGKILL");
    await first.ended;
    await rm(path.join(folder, "work"), { recursive: true });
    await start();
    await expect.poll(() => calls("scancel"), wide).not.toHaveLength(0);
    expect(gateway.endOf(token)).toBeUndefined();
  });

  it("killed before it has the answer to a claim, repeats the claim", async () => {
    const { gateway, start, write, calls } = await prepare();
    await write("word", "COMPLETED");
    const [token, first] = [gateway.add(), await start({ maxJobs: 1 })];
    await expect.poll(() => gateway.endOf(token), wide).toBeDefined();
    const next = gateway.add();
    const isClaimed = () => [...gateway.claimed.values()].flat().length === 2;
    gateway.faults.push("lost");
    await expect.poll(isClaimed, wide).toBe(true);
    first.child.kill("SIGKILL");
    await first.ended;
    await start({ maxJobs: 1 });
    await expect.poll(() => gateway.endOf(next), wide).toBeDefined();
    expect(await calls("sbatch --array")).toHaveLength(2);
  });
});
