import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Job } from "../../src/db/generated/client.js";
import { cancelBatch } from "../../src/domain/batch/change/cancelBatch.js";
import { ada } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { expectSoundWork } from "../support/soundWork.js";
import { jobsOf, makeWork, statusesOf } from "../support/work.js";
import { startGateway, useGateway } from "./batchCommand.js";
import { makeFolder, nodeCommand, startWorker } from "./workCommand.js";

const database = useDatabase();
const gateway = useGateway(database, { role: "all" });

const outputs = (...names: string[]) => ({
  job_type_interface: { version: "1.0", output_data: names.map((name) => ({ name, type: "file" })) },
});
const executionsOf = (jobId: number) =>
  database().prisma.jobExe.findMany({ where: { jobId }, orderBy: { exeNum: "asc" }, include: { error: true } });
const stateOf = async (id: number) => (await database().prisma.batch.findUniqueOrThrow({ where: { id } })).workState;

/** Waits in its folder until the test says go; asked to end, it does. */
const untilTold = (folder: string) =>
  nodeCommand(
    `const fs = require("fs"); fs.writeFileSync(process.argv[1] + "/" + process.argv[2] + ".begun", "");
     setInterval(() => fs.existsSync(process.argv[1] + "/go") && process.exit(0), 20);`,
    folder,
    "{job}",
  );
const begun = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".begun")).length;

describe("A worker at a gateway", () => {
  it("runs a batch to its end, and each job reads the files that the one before it has written", async () => {
    const { batchId } = await makeWork(database(), "first second<first", 3, {
      jobTypes: {
        first: outputs("out"),
        second: {
          job_type_interface: {
            version: "1.0",
            input_data: [{ name: "in-0", type: "file" }],
            output_data: [{ name: "copy", type: "file" }],
          },
        },
      },
    });
    const write = (name: string, content: string) =>
      `require("fs").writeFileSync("${name}.txt", ${content}); console.log(JSON.stringify({ output_data: [{ name: "${name}", file: { path: "${name}.txt", media_type: "text/plain" } }] }))`;
    const jobTypes = [
      { name: "first", version: "1", command: nodeCommand(write("out", "process.argv[1]"), "made by {job}") },
      { name: "second", command: nodeCommand(write("copy", 'require("fs").readFileSync(process.argv[1])'), "{input:in-0}") },
    ];
    const worker = await startWorker(gateway().url, { maxJobs: 3, jobTypes });
    await expect.poll(() => stateOf(batchId)).toBe("SUCCEEDED");
    const jobs = await jobsOf(database(), batchId);
    for (const { id, recipeId } of jobs.filter(({ name }) => name === "second")) {
      const { results } = (await database().prisma.job.findUniqueOrThrow({ where: { id } })) as Job & {
        results: { output_data: { file_id: number }[] };
      };
      const file = await database().prisma.scaleFile.findUniqueOrThrow({ where: { id: results.output_data[0]?.file_id as number } });
      const first = jobs.find((job) => job.recipeId === recipeId && job.name === "first");
      expect(file).toMatchObject({ fileName: "copy.txt", mediaType: "text/plain" });
      expect(await readFile(fileURLToPath(file.uri as string), "utf8")).toBe(`made by ${first?.id}`);
    }
    expect(await worker.stop()).toBe(0);
  });

  it("has failures tried again, and shows what the command said", async () => {
    const { batchId } = await makeWork(database(), "flaky after<flaky", 1, { jobTypes: { flaky: { max_tries: 2 } } });
    const script = `console.error("attempt " + process.argv[1]); process.exitCode = process.argv[1] === "1" ? 4 : 0`;
    await startWorker(gateway().url, {
      jobTypes: [
        { name: "flaky", command: nodeCommand(script, "{attempt}") },
        { name: "after", command: nodeCommand("") },
      ],
    });
    await expect.poll(() => stateOf(batchId)).toBe("SUCCEEDED");
    const [flaky] = await jobsOf(database(), batchId);
    expect(await executionsOf(flaky?.id as number)).toMatchObject([
      {
        status: "FAILED",
        exitCode: 4,
        message: "The command ended with exit code 4: attempt 1",
        logTail: "attempt 1\n",
        error: { name: "exit-code" },
      },
      { status: "COMPLETED", exitCode: 0, logTail: "attempt 2\n" },
    ]);
  });

  it("ends a job for good whose results name what the job type does not make", async () => {
    const { batchId } = await makeWork(database(), "odd after<odd");
    await startWorker(gateway().url, {
      jobTypes: [{ name: "odd", command: nodeCommand(`console.log('{"output_data": [{"name": "x", "value": 1}]}')`) }],
    });
    await expect.poll(() => stateOf(batchId)).toBe("FAILED");
    expect(await statusesOf(database(), batchId)).toEqual({ FAILED: 1, BLOCKED: 1 });
    const [odd] = await jobsOf(database(), batchId);
    expect(await executionsOf(odd?.id as number)).toMatchObject([
      { status: "FAILED", error: { name: "bad-results" }, message: expect.stringContaining('"x"') },
    ]);
  });

  it("stops the jobs of a batch that is canceled", async () => {
    const folder = await makeFolder();
    const { batchId } = await makeWork(database(), "endless", 3);
    await startWorker(gateway().url, { maxJobs: 2, jobTypes: [{ name: "endless", command: untilTold(folder) }] });
    await expect.poll(() => begun(folder)).toBe(2);
    await cancelBatch(database(), ada, batchId, null);
    await expect.poll(() => statusesOf(database(), batchId)).toEqual({ CANCELED: 3 });
    expect(begun(folder)).toBe(2);
  });

  it("that was killed leaves its jobs to another one, once its lease has run out", async () => {
    const folder = await makeFolder();
    const { batchId } = await makeWork(database(), "heavy", 3, { jobTypes: { heavy: { max_tries: 2 } } });
    const settings = { maxJobs: 3, jobTypes: [{ name: "heavy", command: untilTold(folder) }] };
    const killed = await startWorker(gateway().url, settings);
    await expect.poll(() => begun(folder)).toBe(3);
    killed.child.kill("SIGKILL");
    await writeFile(path.join(folder, "go"), "");
    await startWorker(gateway().url, settings);
    await expect.poll(() => stateOf(batchId), { timeout: 60_000 }).toBe("SUCCEEDED");
    for (const { id } of await jobsOf(database(), batchId))
      expect(await executionsOf(id)).toMatchObject([{ status: "LOST" }, { status: "COMPLETED" }]);
    await expectSoundWork(database());
  });

  it("goes on over a gateway that is killed and comes back", async () => {
    const folder = await makeFolder();
    const { batchId } = await makeWork(database(), "steady after-steady<steady", 2);
    const other = await startGateway(database());
    const command = untilTold(folder);
    const worker = await startWorker(other.url, {
      maxJobs: 2,
      leaseSeconds: 60,
      jobTypes: [
        { name: "steady", command },
        { name: "after-steady", command: nodeCommand("") },
      ],
    });
    await expect.poll(() => begun(folder)).toBe(2);
    await other.stop();
    await writeFile(path.join(folder, "go"), "");
    await expect.poll(worker.printed).toContain("It is asked again until it answers");
    const again = await startGateway(database(), { port: Number(new URL(other.url).port) });
    await expect.poll(() => stateOf(batchId)).toBe("SUCCEEDED");
    for (const { id } of await jobsOf(database(), batchId)) expect(await executionsOf(id)).toMatchObject([{ status: "COMPLETED" }]);
    expect(await worker.stop()).toBe(0);
    await again.stop();
    await expectSoundWork(database());
  });

  it("that does not know a job type says so, and exits with 1", async () => {
    const worker = await startWorker(gateway().url, { jobTypes: [{ name: "nowhere", command: nodeCommand("") }] });
    expect(await worker.ended).toBe(1);
    expect(worker.printed()).toMatch(/^error: .*nowhere/m);
  });
});
