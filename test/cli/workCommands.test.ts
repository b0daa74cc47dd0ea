import { existsSync, readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { FakeGateway, type FakeReport } from "../support/fakeGateway.js";
import { makeFolder, nodeCommand, startWorker } from "./workCommand.js";

const step = (command: string[], others: object = {}) => ({ name: "step", command, ...others });

/** Runs one job, and waits for the report of its end. */
async function runOne(command: string[], job: Parameters<FakeGateway["add"]>[0] = {}, settings: Record<string, unknown> = {}) {
  const gateway = await FakeGateway.start();
  const token = gateway.add(job);
  const worker = await startWorker(gateway.url, { jobTypes: [step(command)], ...settings });
  await expect.poll(() => gateway.endOf(token)).toBeDefined();
  return { report: gateway.endOf(token) as FakeReport, worker, gateway };
}

const workFolders = (folder: string) => (existsSync(path.join(folder, "work")) ? readdirSync(path.join(folder, "work")) : []);

describe("A command of a worker", () => {
  it("gets the job's data on standard input and in a file, each file in full, and what the configuration gives it", async () => {
    const folder = await makeFolder();
    const scene = path.join(folder, "a scene.txt");
    await writeFile(scene, "scene");
    const file = {
      databaseId: "7",
      name: "a scene.txt",
      mediaType: "text/plain",
      size: 5,
      dataStarted: "2016-01-01T00:00:00.000Z",
      dataEnded: null,
    };
    const files = [
      { ...file, uri: pathToFileURL(scene).href },
      { ...file, databaseId: "8", name: "far", uri: "s3://bucket/far" },
    ];
    const data = {
      version: "1.0",
      workspace_id: 1,
      input_data: [
        { name: "scene", file_id: 7 },
        { name: "others", file_ids: [7, 8] },
        { name: "depth", value: 3 },
        { name: "of another system", file_id: 7, file_ids: null },
      ],
    };
    const script = `
      const read = (file) => require("fs").readFileSync(file, "utf8");
      console.error(JSON.stringify({
        input: JSON.parse(read(0)), same: read(process.env.JOB_DATA) === read(process.argv[1]), args: process.argv.slice(2), env: process.env, cwd: process.cwd(),
      }));`;
    const args = ["{data}", "{input:others}", "depth={input:depth}", "{job}.{attempt}", "{input:none}", "{config}", "{{}}"];
    const settings = {
      environment: { MINE: "1" },
      passEnvironment: ["PATH", "PASSED"],
      jobTypes: [step(nodeCommand(script, ...args), { environment: { ITS: "2" } })],
    };
    const gateway = await FakeGateway.start();
    const token = gateway.add({ data, files });
    await startWorker(gateway.url, settings, { folder, env: { PASSED: "yes", DATABASE_URL: "postgresql://secret" } });
    await expect.poll(() => gateway.endOf(token)).toBeDefined();
    const said = JSON.parse(gateway.endOf(token)?.completed?.logTail ?? "null");
    const form = {
      file_name: "a scene.txt",
      media_type: "text/plain",
      file_size: 5,
      data_started: "2016-01-01T00:00:00.000Z",
      data_ended: null,
    };
    const near = { ...form, uri: pathToFileURL(scene).href, path: scene };
    const far = { ...form, file_name: "far", uri: "s3://bucket/far" };
    expect(said.input).toEqual({
      ...data,
      input_data: [
        { name: "scene", file_id: 7, file: near },
        { name: "others", file_ids: [7, 8], files: [near, far] },
        { name: "depth", value: 3 },
        { name: "of another system", file_id: 7, file_ids: null, file: near },
      ],
    });
    expect(said.same).toBe(true);
    expect(said.args).toEqual([scene, "s3://bucket/far", "depth=3", "1.1", folder, "{}"]);
    expect(said.env).toMatchObject({
      MINE: "1",
      ITS: "2",
      PASSED: "yes",
      JOB_ID: "1",
      JOB_ATTEMPT: "1",
      JOB_TYPE: "step",
      JOB_TYPE_VERSION: "1.0",
    });
    expect(said.env).not.toHaveProperty("DATABASE_URL");
    expect(path.basename(said.cwd)).toBe("work");
  });

  it("gives its results by the last line of its output, and its files are moved and described", async () => {
    const script = `
      require("fs").mkdirSync("deep");
      require("fs").writeFileSync("deep/a.txt", "12345");
      console.log("progress");
      console.log(JSON.stringify({ output_data: [
        { name: "one", file: { path: "deep/a.txt", media_type: "text/plain", data_started: "2016-01-01T00:00:00Z" } },
        { name: "count", value: 5 },
        { name: "far", files: [{ file_name: "b", media_type: "a/b", file_size: 1, uri: "s3://b" }] } ] }));`;
    const { report, worker } = await runOne(nodeCommand(script));
    const [one, ...others] = report.completed?.results?.output_data ?? [];
    const { uri, ...described } = (one as { file: { uri: string } }).file;
    expect(described).toEqual({ file_name: "a.txt", media_type: "text/plain", file_size: 5, data_started: "2016-01-01T00:00:00Z" });
    expect(await readFile(fileURLToPath(uri), "utf8")).toBe("12345");
    expect(fileURLToPath(uri).startsWith(path.join(worker.folder, "outputs", "job-1-1-"))).toBe(true);
    expect(others).toEqual([
      { name: "count", value: 5 },
      { name: "far", files: [{ file_name: "b", media_type: "a/b", file_size: 1, uri: "s3://b" }] },
    ]);
    expect(report.completed?.results).toMatchObject({ version: "1.0" });
    expect(workFolders(worker.folder)).toEqual([]);
  });

  it("gives its results by a file, whatever it prints; without both, there are none", async () => {
    const script = `require("fs").writeFileSync(process.env.JOB_RESULTS, '{"output_data": [{"name": "n", "value": null}]}'); console.log("{}");`;
    expect((await runOne(nodeCommand(script))).report.completed?.results).toEqual({
      version: "1.0",
      output_data: [{ name: "n", value: null }],
    });
    for (const last of ["done", "… {of} {it}"]) {
      const { completed } = (await runOne(nodeCommand(`console.log(${JSON.stringify(last)})`))).report;
      expect(completed).toMatchObject({ results: null, logTail: "" });
    }
  });

  it.each([
    ["no JSON", `console.log("{oops")`, "The last line of standard output can't be read"],
    ["another form", `console.log('{"a": 1}')`, 'The last line of standard output must be {"output_data"'],
    [
      "too large",
      `console.log(JSON.stringify({ output_data: [{ name: "a", value: "x".repeat(300_000) }] }))`,
      "are larger than 262144 bytes",
    ],
    [
      "more than a worker keeps of standard output",
      `console.log(JSON.stringify({ output_data: [{ name: "a", value: "x".repeat(2_000_000) }] }))`,
      "are larger than 262144 bytes",
    ],
    [
      "nested too deeply",
      `console.log('{"output_data": [{"name": "a", "value": ' + "[".repeat(50_000) + "]".repeat(50_000) + "}]}")`,
      "is nested too deep",
    ],
    ["a file that is not there", `console.log('{"output_data": [{"name": "a", "file": {"path": "none"}}]}')`, "There is no file none"],
    [
      "a file elsewhere",
      `console.log('{"output_data": [{"name": "a", "file": {"path": "../data.json"}}]}')`,
      "does not lie in the job's folder",
    ],
  ])("fails for good where its results are %s", async (_, script, message) => {
    const { report, worker } = await runOne(nodeCommand(script));
    expect(report.failed).toMatchObject({ error: "bad-results", retryable: false, message: expect.stringContaining(message) });
    expect(existsSync(path.join(worker.folder, "outputs"))).toBe(false);
  });

  it("fails by its exit code, with the end of its log; the configuration says after which codes to try again is of no use", async () => {
    const script = `process.stderr.write("x".repeat(100000) + "ü\\n\\0the reason\\n"); process.exitCode = Number(process.argv[1])`;
    const jobTypes = [step(nodeCommand(script, "{input:code}"), { finalExitCodes: [65] })];
    const withCode = (value: number) => ({ data: { version: "1.0", input_data: [{ name: "code", value }] } });
    const { report, worker } = await runOne([], withCode(3), { jobTypes });
    expect(report.failed).toMatchObject({
      error: "exit-code",
      exitCode: 3,
      retryable: true,
      message: "The command ended with exit code 3: \ufffdthe reason",
    });
    expect(Buffer.byteLength(report.failed?.logTail ?? "")).toBeLessThanOrEqual(16 * 1024 + 2);
    expect(report.failed?.logTail).toMatch(/^x+ü\n\ufffdthe reason\n$/);
    expect(workFolders(worker.folder)).toEqual([]);
    const final = await runOne([], withCode(65), { jobTypes, keepFailed: true });
    expect(final.report.failed).toMatchObject({ exitCode: 65, retryable: false });
    expect(readdirSync(path.join(final.worker.folder, "work", workFolders(final.worker.folder)[0] as string))).toEqual([
      "data.json",
      "work",
    ]);
  });

  it("that does not end at its timeout is asked to by SIGTERM, then made to, with all that it has started", async () => {
    const folder = await makeFolder();
    const script = `
      require("child_process").spawn(process.execPath, ["-e", "setInterval(() => require('fs').appendFileSync(process.argv[1], 'x'), 20)", process.argv[1]], { stdio: "inherit" });
      process.on("SIGTERM", () => console.error("asked to end"));
      setInterval(() => {}, 1000);`;
    const { report } = await runOne(nodeCommand(script, path.join(folder, "lives")), { timeout: 2 });
    expect(report.failed).toMatchObject({ error: "timeout", retryable: true, logTail: "asked to end\n" });
    const before = await readFile(path.join(folder, "lives"), "utf8");
    expect(before).not.toBe("");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await readFile(path.join(folder, "lives"), "utf8")).toBe(before);
  });

  it("fails where a signal ends it, or where it can't be started", async () => {
    expect((await runOne(nodeCommand("process.kill(process.pid, 'SIGSEGV')"))).report.failed).toMatchObject({
      error: "signal",
      retryable: true,
    });
    expect((await runOne(["{input:program}"])).report.failed).toMatchObject({ error: "not-started" });
    expect((await runOne(["{config}/none"])).report.failed).toMatchObject({
      error: "not-started",
      message: expect.stringContaining("ENOENT"),
    });
  });

  it("can't be started where the worker may open no more files, and the worker goes on", async () => {
    const gateway = await FakeGateway.start();
    const tokens = Array.from({ length: 60 }, () => gateway.add());
    const worker = await startWorker(gateway.url, { maxJobs: 60, jobTypes: [step(["sleep", "1"])] }, { maxFiles: 80 });
    await expect.poll(() => tokens.filter((token) => !gateway.endOf(token)), { timeout: 30_000 }).toEqual([]);
    const failures = tokens.flatMap((token) => gateway.endOf(token)?.failed ?? []);
    expect(failures).toContainEqual(
      expect.objectContaining({ error: "not-started", message: expect.stringContaining("spawn sleep EMFILE") }),
    );
    expect(await worker.stop()).toBe(0);
  });

  it("has its end reported although what it has left can't be removed", async () => {
    // No folder can stand in a file, nor be looked for there.
    const { report, worker } = await runOne(nodeCommand("process.exitCode = 3"), {}, { outputFolder: "work.json" });
    expect(report.failed).toMatchObject({ error: "exit-code", exitCode: 3 });
    expect(worker.printed()).toMatch(/work\.json\S+ can't be removed: ENOTDIR/);
    expect(await worker.stop()).toBe(0);
  });
});
