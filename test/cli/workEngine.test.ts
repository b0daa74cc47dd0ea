import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { FakeGateway } from "../support/fakeGateway.js";
import { fakeSlurm } from "../support/fakeSlurm.js";
import { emptySpool, linesOf, shellStep, startBridge } from "./bridgeCommand.js";
import { makeFolder, workScript } from "./workCommand.js";

async function prepare() {
  const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
  const { env, place } = await fakeSlurm(folder);
  const settings = { jobTypes: [shellStep("true")], worker: "bridge" };
  const calls = async (command: string) => (await linesOf(path.join(place, "calls"))).filter((line) => line.startsWith(command));
  const queue = () => linesOf(path.join(place, "queue"));
  return {
    ...{ gateway, folder, calls, env },
    start: (others: object = {}) => startBridge(gateway.url, { ...settings, ...others }, { folder, env }),
    spool: path.join(folder, "work/bridge"),
    write: (name: "word" | "away" | "refused", text: string) => writeFile(path.join(place, name), text),
    /** The controller answers again. */
    isBack: () => rm(path.join(place, "away")),
    takes: () => rm(path.join(place, "refused")),
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
    const lost = gateway.add({ type: "LOST" });
    const worker = await start({ jobTypes: [...words, "LOST"].map((name) => shellStep("true", { name })) });
    await expect.poll(queue, wide).toHaveLength(5);
    await move(...words, "NODE_FAIL");
    await expect.poll(() => tokens.every(gateway.endOf), wide).toBe(true);
    await expect
      .poll(() => gateway.reports.some(({ token, heartbeat }) => token === lost && heartbeat?.leaseSeconds === 5), wide)
      .toBe(true);
    expect(worker.printed()).toContain("job 5 LOST 1.0: lost, as its machine went down");
    expect(tokens.map(gateway.endOf)).toMatchObject(Object.values(reports));
  });

  it("submits 1,000 jobs of two types by two calls, and learns by none how they end", async () => {
    const { gateway, start, write, calls, spool } = await prepare();
    await write("word", "COMPLETED");
    const tokens = Array.from({ length: 1000 }, (_, i) => gateway.add({ type: i % 2 ? "step" : "other" }));
    const jobTypes = [shellStep("true"), shellStep("true", { name: "other" })];
    await start({ maxJobs: 1000, jobTypes, leaseSeconds: 60, slurm: { lookSeconds: 600 } });
    await expect.poll(() => tokens.every(gateway.endOf), { timeout: 50_000, interval: 500 }).toBe(true);
    expect(gateway.reports.filter(({ completed }) => completed)).toHaveLength(1000);
    expect((await calls("")).map((call) => call.replace(/(--array|--test-only)?=.*| .*/, ""))).toEqual([
      "sbatch",
      "squeue",
      "sbatch",
      "sbatch",
    ]);
    await expect.poll(() => readdirSync(spool).sort(), wide).toEqual(emptySpool);
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
    const { gateway, spool, start, calls } = await prepare();
    gateway.add();
    const first = await start();
    await expect.poll(() => calls("sbatch --array"), wide).toHaveLength(1);
    first.child.kill("SIGKILL");
    await first.ended;
    for (const name of readdirSync(spool)) if (name !== "id") await rm(path.join(spool, name), { recursive: true });
    await start();
    await expect.poll(() => calls("scancel"), wide).not.toHaveLength(0);
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

  it("killed when it had moved a job's files, and before the gateway knew, reports them when it is started again", async () => {
    const { gateway, folder, spool, start, queue } = await prepare();
    const [token, first] = [gateway.add(), await start()];
    await expect.poll(queue, wide).toHaveLength(1);
    const [, , , array = ""] = (await queue())[0]?.split("|") ?? [];
    const own = path.join(spool, array.split(".")[1] as string, "0/0");
    await writeFile(path.join(own, "work/made"), "made");
    await writeFile(path.join(own, "results.json"), '{ "output_data": [{ "name": "made", "file": { "path": "made" } }] }');
    gateway.faults.push(...Array(100).fill(503));
    await writeFile(path.join(spool, "ended", `${array}.0`), "0\n");
    const made = () => path.join(folder, "outputs", readdirSync(path.join(folder, "outputs"))[0] ?? "", "made");
    await expect.poll(() => existsSync(path.join(folder, "outputs")) && existsSync(made()), wide).toBe(true);
    first.child.kill("SIGKILL");
    await first.ended;
    gateway.faults.length = 0;
    await start();
    const file = { uri: pathToFileURL(made()).href, file_size: 4 };
    await expect
      .poll(() => gateway.endOf(token), wide)
      .toMatchObject({ completed: { results: { output_data: [{ name: "made", file }] } } });
    await expect.poll(() => readdirSync(spool).sort(), wide).toEqual(emptySpool);
    expect(existsSync(made())).toBe(true);
  });

  it("claims nothing for gatherSeconds after a claim, however long the queue is", async () => {
    const { gateway, start, queue, move } = await prepare();
    const tokens = Array.from({ length: 6 }, () => gateway.add());
    await start({ maxJobs: 4, slurm: { gatherSeconds: 600, lookSeconds: 1 } });
    await expect.poll(queue, wide).toHaveLength(4);
    await move("TIMEOUT", "RUNNING", "RUNNING", "RUNNING");
    await expect.poll(() => gateway.endOf(tokens[0] as string), wide).toBeDefined();
    const { length } = gateway.requests;
    await expect.poll(() => gateway.requests.length, wide).toBeGreaterThan(length);
    expect(gateway.orders).toHaveLength(1);
  });

  it("waits where Slurm takes no more jobs now, and gives none back", async () => {
    const { gateway, start, write, takes, queue } = await prepare();
    await write("refused", "sbatch: error: Batch job submission failed: Job violates accounting/QOS policy (job submit limit, …)\n");
    gateway.add();
    const worker = await start();
    await expect
      .poll(worker.printed, wide)
      .toContain("Slurm does not take the jobs now: sbatch: sbatch: error: Batch job submission failed");
    await takes();
    await expect.poll(queue, wide).toHaveLength(1);
    expect(gateway.reports.every(({ heartbeat }) => heartbeat)).toBe(true);
  });

  it("goes on where files can't be written, read or removed for a while, and tells it", async () => {
    const { gateway, folder, spool, start, queue, move, write } = await prepare();
    await mkdir(path.join(spool, "order.json.new"), { recursive: true });
    await writeFile(path.join(folder, "work/kept"), "");
    const [failed, completed] = [gateway.add(), gateway.add()];
    const worker = await start({ keepFailed: true });
    await expect.poll(worker.printed, wide).toContain("A claim can't be kept, so nothing is claimed: EISDIR");
    await rm(path.join(spool, "order.json.new"), { recursive: true });
    await expect.poll(queue, wide).toHaveLength(2);
    const [, , , array = ""] = (await queue())[1]?.split("|") ?? [];
    const request = array.split(".")[1] as string;
    const log = path.join(spool, request, "0/1/stderr");
    await mkdir(log);
    await writeFile(path.join(spool, "ended", `${array}.1`), "0\n");
    await expect.poll(worker.printed, wide).toContain("What jobs have left can't be read: EISDIR");
    await move("TIMEOUT", "RUNNING");
    await expect.poll(worker.printed, wide).toContain("What jobs have left can't be removed: EEXIST");
    expect(gateway.endOf(completed)).toBeUndefined();
    await rm(log, { recursive: true });
    await rm(path.join(folder, "work/kept"));
    await expect.poll(() => gateway.endOf(completed)?.completed, wide).toBeDefined();
    await expect.poll(() => existsSync(path.join(folder, "work/kept")), wide).toBe(true);
    await write("word", "COMPLETED");
    await expect.poll(() => readdirSync(spool).sort(), wide).toEqual(emptySpool);
    expect(gateway.endOf(failed)?.failed?.error).toBe("timeout");
  });

  it("goes on with a spool that others may read and a claim that is half kept, and gives back what it has no command for", async () => {
    const { gateway, spool, start, write } = await prepare();
    await write("word", "COMPLETED");
    const [token, unknown] = [gateway.add(), gateway.add({ type: "gone" })];
    const order = (requestId: string, name: string) => ({ requestId, worker: "bridge", max: 1, waitSeconds: 0, jobTypes: [{ name }] });
    const claimed = await gateway.claim(order("kept", "gone"), () => false);
    for (const name of ["kept", "half"]) await mkdir(path.join(spool, name), { recursive: true });
    await writeFile(path.join(spool, "kept/claims.json"), JSON.stringify(claimed));
    await writeFile(path.join(spool, "order.json"), JSON.stringify({ ...order("half", "step"), leaseSeconds: 6 }));
    await start();
    await expect.poll(() => gateway.endOf(token)?.completed, wide).toBeDefined();
    expect(gateway.orders[1]).toMatchObject({ requestId: "half" });
    await expect
      .poll(() => gateway.endOf(unknown), wide)
      .toMatchObject({ released: { reason: "the worker has no command for this job type" } });
    expect((await stat(spool)).mode & 0o777).toBe(0o700);
  });

  it("does not start where another bridge has its folder, or a claim that is kept can't be read", async () => {
    const { folder, spool, start, env } = await prepare();
    const refused = () => {
      const { status, stderr } = spawnSync(
        process.execPath,
        [workScript, "--engine", "slurm", "--config", path.join(folder, "work.json")],
        {
          env: { ...process.env, ...env },
          encoding: "utf8",
        },
      );
      expect(status).toBe(2);
      return stderr;
    };
    const first = await start();
    expect(refused()).toMatch(`workFolder: can't be used at ${spool}: process ${first.child.pid} on `);
    expect(await first.stop()).toBe(0);
    await mkdir(path.join(spool, "half"));
    await writeFile(path.join(spool, "half/claims.json"), "[{");
    expect(refused()).toMatch(/^error: workFolder: has .*\/half\/claims.json, which can't be read: /);
  });
});
