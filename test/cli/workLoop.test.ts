import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FakeGateway } from "../support/fakeGateway.js";
import { makeFolder, nodeCommand, startWorker } from "./workCommand.js";

const quick = { name: "step", command: nodeCommand("") };
/** Ends when a file of its input's name is there, or says "asked" when it is asked to end, and ends. */
const untilTold = (folder: string) =>
  nodeCommand(
    `const fs = require("fs"); fs.writeFileSync(process.argv[1] + "/" + process.argv[2] + ".begun", "");
     setInterval(() => fs.existsSync(process.argv[1] + "/go") && process.exit(0), 20);
     process.on("SIGTERM", () => { console.error("asked"); process.exit(7); });`,
    folder,
    "{job}",
  );
const begun = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".begun")).length;
const touch = (file: string) => writeFile(file, "");

describe("A worker", () => {
  it("repeats a claim whose answer was lost with the same requestId, and runs its jobs once", async () => {
    const gateway = await FakeGateway.start();
    const tokens = [gateway.add(), gateway.add()];
    gateway.faults.push("lost", 503);
    const worker = await startWorker(gateway.url, { maxJobs: 2, jobTypes: [quick] });
    await expect.poll(() => tokens.every(gateway.endOf)).toBe(true);
    expect(gateway.orders[1]).toMatchObject({ requestId: gateway.orders[0]?.requestId, waitSeconds: 0 });
    expect(gateway.reports.filter(({ completed }) => completed)).toHaveLength(2);
    expect(worker.printed().match(/It is asked again until it answers/g)).toHaveLength(1);
    expect(worker.printed()).toContain("The gateway answers again.");
  });

  it("keeps its reports until they are accepted, while jobs go on", async () => {
    const gateway = await FakeGateway.start();
    const first = gateway.add();
    gateway.answer = () => {
      if (gateway.reports.length === 1) gateway.faults.push("lost", "lost");
      return undefined;
    };
    const worker = await startWorker(gateway.url, { jobTypes: [quick] });
    await expect.poll(() => gateway.endOf(first)).toBeDefined();
    const second = gateway.add();
    await expect.poll(() => gateway.endOf(second)).toBeDefined();
    expect(await worker.stop()).toBe(0);
  });

  it.each([{ status: 429, code: "TOO_MANY_REQUESTS" }, { status: 400, code: "GRAPHQL_VALIDATION_FAILED" }, "silent"] as const)(
    "keeps the results of a job where the answer to its report is %j",
    async (fault) => {
      const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
      const token = gateway.add();
      await startWorker(gateway.url, { jobTypes: [{ name: "step", command: untilTold(folder) }] });
      await expect.poll(() => begun(folder)).toBe(1);
      // One of them may hit a heartbeat.
      gateway.faults.push(fault, fault);
      await touch(path.join(folder, "go"));
      await expect.poll(() => gateway.endOf(token)).toMatchObject({ completed: { exitCode: 0 } });
    },
  );

  it("never has more jobs than it may, of all and of each job type", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    const tokens = Array.from({ length: 12 }, (_, i) => gateway.add({ type: i % 2 ? "odd" : "even" }));
    const command = nodeCommand(
      `const fs = require("fs"); const here = process.argv[1]; const me = here + "/" + process.env.JOB_TYPE + "-" + process.pid;
       fs.writeFileSync(me, ""); const all = fs.readdirSync(here); fs.appendFileSync(here + "/../seen", all.join(",") + "\\n");
       setTimeout(() => fs.rmSync(me), 100);`,
      path.join(folder, "now"),
    );
    await mkdir(path.join(folder, "now"));
    const jobTypes = [
      { name: "odd", command, maxJobs: 1 },
      { name: "even", version: "1.0", command },
    ];
    await startWorker(gateway.url, { maxJobs: 3, jobTypes });
    await expect.poll(() => tokens.every(gateway.endOf)).toBe(true);
    const seen = (await readFile(path.join(folder, "seen"), "utf8")).trim().split("\n");
    const counts = seen.map((line) => [line.split(",").length, line.split(",").filter((name) => name.startsWith("odd")).length] as const);
    expect(Math.max(...counts.map(([all]) => all))).toBeLessThanOrEqual(3);
    expect(Math.max(...counts.map(([, odd]) => odd))).toBe(1);
  });

  it("reports many ends in one request, and claims in it", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    for (let i = 0; i < 10; i++) gateway.add();
    await startWorker(gateway.url, { maxJobs: 10, jobTypes: [{ name: "step", command: untilTold(folder) }] });
    await expect.poll(() => begun(folder)).toBe(10);
    // While the answer to the first is awaited, others end.
    gateway.faults.push("silent");
    await touch(path.join(folder, "go"));
    const late = gateway.add();
    await expect.poll(() => gateway.endOf(late)).toBeDefined();
    expect(gateway.reports.filter(({ completed }) => completed)).toHaveLength(11);
    const withEnds = gateway.requests.filter((reports) => reports.some(({ completed }) => completed));
    expect(withEnds.length).toBeLessThan(11);
  });

  it("asks a job to end where the gateway says that it should, and gives it back", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    const token = gateway.add();
    gateway.answer = ({ heartbeat }) => (heartbeat ? { shouldStop: "The batch was canceled" } : undefined);
    await startWorker(gateway.url, { jobTypes: [{ name: "step", command: untilTold(folder) }] });
    await expect.poll(() => gateway.endOf(token)).toMatchObject({ released: { reason: "The batch was canceled" } });
  });

  it("ends a job that is no longer its own, and says no more of it", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    const token = gateway.add();
    gateway.answer = ({ heartbeat }) => (heartbeat ? { error: { code: "STALE_EXECUTION", message: "is not yours" } } : undefined);
    const worker = await startWorker(gateway.url, { jobTypes: [{ name: "step", command: untilTold(folder) }] });
    await expect.poll(worker.printed).toContain("stopped, as it is no longer this worker's");
    expect(gateway.endOf(token)).toBeUndefined();
    const next = gateway.add();
    await touch(path.join(folder, "go"));
    await expect.poll(() => gateway.endOf(next)).toMatchObject({ completed: {} });
  });

  it("fails a job for good whose results the gateway refuses, and drops its files; those of one that was another's, too", async () => {
    const gateway = await FakeGateway.start();
    const tokens = [gateway.add(), gateway.add()] as const;
    gateway.answer = ({ token, completed }) =>
      completed && { error: { code: token === tokens[0] ? "INVALID" : "STALE_EXECUTION", message: 'names no output: "a"' } };
    const script = `require("fs").writeFileSync("a", "a"); console.log('{"output_data": [{"name": "a", "file": {"path": "a"}}]}')`;
    const worker = await startWorker(gateway.url, { jobTypes: [{ name: "step", command: nodeCommand(script) }] });
    const ofFirst = () => gateway.reports.filter(({ token, failed }) => token === tokens[0] && failed);
    await expect.poll(ofFirst).toEqual([
      expect.objectContaining({
        failed: expect.objectContaining({ error: "bad-results", retryable: false, message: 'names no output: "a"' }),
      }),
    ]);
    await expect.poll(() => gateway.endOf(tokens[1])).toBeDefined();
    expect(await worker.stop()).toBe(0);
    const outputs = path.join(worker.folder, "outputs");
    expect(existsSync(outputs) ? readdirSync(outputs) : []).toEqual([]);
  });

  it("fails the job alone for whose results a body is not taken, and asks for none of them again", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    gateway.maxBytes = 40_000;
    // The second and the fifth are refused by themselves. Some of the others may be only because of them, or together.
    const values = ['""', '{"__proto__": 1}', '"x".repeat(25000)', '"y".repeat(25000)', '"z".repeat(50000)', '""'];
    const tokens = values.map((value) => gateway.add({ data: { version: "1.0", input_data: [{ name: "value", value }] } }));
    const script = `
      const fs = require("fs"); const [folder, job, value] = process.argv.slice(1);
      fs.writeFileSync(folder + "/" + job + ".begun", "");
      const text = value.startsWith("{") ? value : JSON.stringify(eval(value));
      const wait = setInterval(() => {
        if (!fs.existsSync(folder + "/go")) return;
        clearInterval(wait);
        console.log('{"output_data": [{"name": "a", "value": ' + text + '}]}');
      }, 20);`;
    const command = nodeCommand(script, folder, "{job}", "{input:value}");
    const worker = await startWorker(gateway.url, { maxJobs: 6, jobTypes: [{ name: "step", command }] });
    await expect.poll(() => begun(folder)).toBe(6);
    await touch(path.join(folder, "go"));
    await expect.poll(() => tokens.every(gateway.endOf)).toBe(true);
    const failed = (message: string) => ({ failed: { error: "bad-results", retryable: false, message: expect.stringContaining(message) } });
    expect(tokens.map(gateway.endOf)).toMatchObject([
      { completed: {} },
      failed("is not valid JSON"),
      { completed: {} },
      { completed: {} },
      failed("is too large"),
      { completed: {} },
    ]);
    expect(worker.printed()).not.toContain("It is asked again");
  });

  it("gives back what it has no command for", async () => {
    const gateway = await FakeGateway.start();
    const token = gateway.add();
    await startWorker(gateway.url, { jobTypes: [{ ...quick, version: "2.0" }] });
    await expect.poll(() => gateway.endOf(token)).toMatchObject({ released: { reason: "the worker has no command for this job type" } });
  });

  it("that is stopped waits for its jobs, claims no more, gives back what it is handed all the same, and exits with 0", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    const token = gateway.add();
    const worker = await startWorker(gateway.url, { maxJobs: 2, jobTypes: [{ name: "step", command: untilTold(folder) }] });
    await expect.poll(() => begun(folder)).toBe(1);
    // The poll for another job waits. It is handed one, but never hears of it.
    await expect.poll(() => gateway.orders.length).toBe(2);
    gateway.claimed.set(gateway.orders[1]?.requestId ?? "", [
      {
        token: "token-9",
        attempt: 1,
        data: { input_data: [] },
        files: [],
        job: { databaseId: 9, timeout: 60, jobType: { name: "step", version: "1.0" } },
      },
    ]);
    worker.child.kill("SIGINT");
    await expect.poll(() => gateway.endOf("token-9")).toMatchObject({ released: { reason: "the worker stops" } });
    expect(gateway.endOf(token)).toBeUndefined();
    await touch(path.join(folder, "go"));
    expect(await worker.ended).toBe(0);
    expect(gateway.endOf(token)).toMatchObject({ completed: { exitCode: 0 } });
  });

  it("that is signalled again ends its jobs, gives them back, and exits with 1", async () => {
    const [gateway, folder] = [await FakeGateway.start(), await makeFolder()];
    const tokens = [gateway.add(), gateway.add()];
    const worker = await startWorker(gateway.url, { maxJobs: 2, jobTypes: [{ name: "step", command: untilTold(folder) }] });
    await expect.poll(() => begun(folder)).toBe(2);
    worker.child.kill("SIGTERM");
    await expect.poll(worker.printed).toContain("Stops when the 2 jobs in hand will have ended.");
    const again = setInterval(() => worker.child.kill("SIGTERM"), 200);
    expect(await worker.ended).toBe(1);
    clearInterval(again);
    for (const token of tokens) expect(gateway.endOf(token)).toMatchObject({ released: { reason: "the worker was stopped" } });
    expect(readdirSync(path.join(worker.folder, "work"))).toEqual([]);
  });
});
