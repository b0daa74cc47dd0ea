import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FakeGateway, type FakeJob } from "../support/fakeGateway.js";
import { hasSlurm, startSlurm, type TestSlurm } from "../support/slurm.js";
import { emptySpool, linesOf, shellStep, startBridge } from "./bridgeCommand.js";
import { makeFolder, workScript } from "./workCommand.js";

if (!hasSlurm) console.warn("The tests of Slurm are skipped: the packages slurmctld, slurmd, slurm-client and munge are not all there.");

/** Waits for a file of the test's, and has written that it has begun. */
const untilTold = shellStep('echo $1 >> "$2/begun"; until [ -e "$2/go" ]; do sleep 0.1; done', { environment: { KEY: "hush" } });
const add = (gateway: FakeGateway, count: number, job: FakeJob = {}) => Array.from({ length: count }, () => gateway.add(job));

describe.skipIf(!hasSlurm)("A worker whose engine is Slurm", { timeout: 60_000 }, () => {
  let slurm: TestSlurm;
  beforeAll(async () => {
    slurm = await startSlurm();
  }, 60_000);
  afterAll(() => slurm?.stop());

  /** In a folder that the nodes see, as they are this machine. */
  async function start(gateway: FakeGateway, settings: Record<string, unknown>, folder?: string) {
    const env = { ...slurm.env, BATCH_GATEWAY_TOKEN: "secret-of-the-bridge" };
    return startBridge(gateway.url, settings, { env, folder: folder ?? (await makeFolder()) });
  }

  it("runs jobs as arrays and reports their ends, with results, exit codes, the ends of logs, and what Slurm refuses", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    const good = add(gateway, 5, { memory: 10.5 });
    const bad = add(gateway, 2, { type: "bad", cpus: 1.5 });
    const large = gateway.add({ type: "large", memory: 5000 });
    const script = `echo "log of $1" >&2; echo made > made.txt; env > "$2/env-$1"
      echo '{"output_data": [{"name": "made", "file": {"path": "made.txt"}}]}'`;
    const jobTypes = [
      shellStep(script, { environment: { MINE: "it's mine" } }),
      shellStep("echo first >&2; echo why >&2; exit 65", { name: "bad", finalExitCodes: [65] }),
      shellStep("true", { name: "large" }),
    ];
    const worker = await start(gateway, { jobTypes, worker: "ends", keepFailed: true }, folder);
    await expect.poll(() => [...good, ...bad, large].every(gateway.endOf), { timeout: 20_000 }).toBe(true);
    expect(gateway.endOf(good[0] as string)?.completed).toMatchObject({
      logTail: "log of 1\n",
      results: { output_data: [{ name: "made", file: { file_name: "made.txt", file_size: 5 } }] },
    });
    expect(gateway.endOf(bad[1] as string)?.failed).toMatchObject({
      ...{ error: "exit-code", exitCode: 65, retryable: false, logTail: "first\nwhy\n" },
      message: expect.stringMatching(/^The command ended with exit code 65: why \(kept: .*\/work\/kept\/job-/),
    });
    const kept = /kept: (.*)\)/.exec(gateway.endOf(bad[1] as string)?.failed?.message ?? "")?.[1] ?? "";
    await expect.poll(() => linesOf(path.join(kept, "stderr"))).toEqual(["first", "why"]);
    expect(gateway.endOf(large)?.failed).toMatchObject({
      ...{ error: "not-submitted", retryable: true },
      message: expect.stringContaining("Requested node configuration is not available"),
    });
    const env = await readFile(path.join(folder, "env-2"), "utf8");
    expect(env).toContain("MINE=it's mine\n");
    expect(env).toContain("JOB_TYPE=step\n");
    expect(env).not.toContain("secret");
    const jobs = await slurm.run("squeue", "--states=all", "--noheader", "--name=ends", "--format=%c %m %l");
    expect([...new Set(jobs.trim().split("\n"))].sort()).toEqual(["1 11M 1:00", "1 5000M 1:00", "2 64M 1:00"]);
    expect(await worker.stop()).toBe(0);
  });

  it("goes on after kill -9 with its jobs, submits none twice, and keeps tokens and variables from others", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    const tokens = add(gateway, 12);
    const settings = { jobTypes: [untilTold], worker: "killed" };
    const first = await start(gateway, settings, folder);
    await expect.poll(() => linesOf(path.join(folder, "begun")), { timeout: 20_000 }).toHaveLength(8);
    first.child.kill("SIGKILL");
    await first.ended;
    const shown = await slurm.run("scontrol", "--details", "show", "job");
    const processes = await promisify(execFile)("ps", ["-A", "-o", "args"]);
    for (const secret of [...tokens, "secret-of-the-bridge", "hush"]) expect(shown + processes.stdout).not.toContain(secret);
    expect((await stat(path.join(folder, "work/killed/ended"))).mode & 0o077).toBe(0);
    const second = await start(gateway, settings, folder);
    await writeFile(path.join(folder, "go"), "");
    await expect.poll(() => tokens.every(gateway.endOf), { timeout: 20_000 }).toBe(true);
    expect(second.printed()).toContain("Goes on with 12 jobs");
    expect((await linesOf(path.join(folder, "begun"))).sort()).toEqual(tokens.map((token) => token.replace("token-", "")).sort());
    expect(gateway.reports.filter(({ completed }) => completed)).toHaveLength(12);
    await expect.poll(() => readdirSync(path.join(folder, "work/killed")).sort()).toEqual(emptySpool);
  });

  it("cancels at Slurm what the gateway wants stopped, or has given to another, whether it waits there or runs", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    const tokens = add(gateway, 10);
    const [asked, stale] = [tokens.slice(0, 5), tokens.slice(5)];
    let isOver = false;
    gateway.answer = ({ token, heartbeat }) => {
      if (!isOver || !heartbeat) return undefined;
      return asked.includes(token)
        ? { shouldStop: "the batch was canceled" }
        : { error: { code: "STALE_EXECUTION", message: "It is another's" } };
    };
    await start(gateway, { jobTypes: [untilTold], worker: "canceled" }, folder);
    await expect.poll(() => linesOf(path.join(folder, "begun")), { timeout: 20_000 }).toHaveLength(8);
    isOver = true;
    await expect.poll(() => asked.every(gateway.endOf), { timeout: 20_000 }).toBe(true);
    expect(gateway.endOf(asked[0] as string)?.released).toEqual({ reason: "the batch was canceled" });
    await expect.poll(() => slurm.run("squeue", "--noheader", "--name=canceled"), { timeout: 20_000 }).toBe("");
    expect(stale.some(gateway.endOf)).toBe(false);
    await expect.poll(() => readdirSync(path.join(folder, "work/canceled")).sort()).toEqual(emptySpool);
  });

  it("does not start where Slurm refuses the options of a job type, and names it", async () => {
    const jobTypes = ["main", "nowhere"].map((name) => shellStep("true", { name, slurm: { options: [`--partition=${name}`] } }));
    const file = path.join(await makeFolder(), "work.json");
    await writeFile(file, JSON.stringify({ jobTypes }));
    const started = promisify(execFile)(process.execPath, [workScript, "--engine", "slurm", "--config", file], {
      env: { ...process.env, ...slurm.env },
    });
    await expect(started).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/jobTypes\.1\.slurm\.options: are refused: .*[Ii]nvalid partition/),
    });
  });

  it("has the jobs of a node that went down LOST, and goes on with the others", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    const tokens = add(gateway, 2, { cpus: 3 });
    const worker = await start(gateway, { jobTypes: [untilTold], worker: "down" }, folder);
    await expect.poll(() => linesOf(path.join(folder, "begun")), { timeout: 20_000 }).toHaveLength(2);
    const onFirst = (await slurm.run("squeue", "--noheader", "--name=down", "--nodelist=n1", "--format=%K")).trim();
    const [lost, other] = (onFirst === "0" ? tokens : tokens.toReversed()) as [string, string];
    await slurm.killNode("n1");
    const last = (token: string) => gateway.reports.findLast((report) => report.token === token);
    await expect.poll(() => last(lost)?.heartbeat?.leaseSeconds, { timeout: 20_000 }).toBe(5);
    await writeFile(path.join(folder, "go"), "");
    await expect.poll(() => gateway.endOf(other), { timeout: 20_000 }).toBeDefined();
    expect(gateway.endOf(lost)).toBeUndefined();
    expect(worker.printed()).toContain("step 1.0: lost, as its machine went down");
    expect(last(lost)?.heartbeat?.leaseSeconds).toBe(5);
  });
});
