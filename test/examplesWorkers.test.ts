import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { useGateway } from "./cli/batchCommand.js";
import { useDatabase } from "./support/database.js";
import { FakeGateway } from "./support/fakeGateway.js";
import { jobsOf, makeWork } from "./support/work.js";

const isThere = (program: string) => spawnSync(program, ["--version"]).status === 0;
const missing = ["python3", "curl", "jq"].filter((program) => !isThere(program));
if (missing.length > 0) console.warn(`Workers among the examples are not run: there is no ${missing.join(", no ")}`);

const database = useDatabase();
const gateway = useGateway(database, { role: "all" });

/** Reads the job's data and says so; the job of the second recipe fails. */
const command = `
  const data = JSON.parse(require("fs").readFileSync(0, "utf8"));
  console.error("reads " + data.input_data[0].name);
  const fails = data.input_data[0].file_id % 2 === 0;
  if (fails) process.exit(3);
  console.log("progress");
  console.log(JSON.stringify({ output_data: [{ name: "answer", value: 42 }] }));`;

const startWorker = (
  program: string,
  file: string,
  url: string,
  args: readonly string[],
): { child: ChildProcess; printed: () => string; ended: Promise<number | null> } => {
  const script = path.resolve(import.meta.dirname, "../examples", file);
  const child = spawn(program, [script, ...args], {
    env: { ...process.env, BATCH_URL: url },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, printed: () => said, ended: once(child, "close").then(([code]) => code as number | null) };
};

describe.each([
  { name: "Python", program: "python3", file: "worker.py", needs: ["python3"] },
  { name: "shell", program: "sh", file: "worker.sh", needs: ["curl", "jq"] },
])("The worker in $name", ({ program, file, needs }) => {
  const start = (url: string, ...args: string[]) => startWorker(program, file, url, args);

  it.skipIf(needs.some((each) => missing.includes(each)))(
    "runs jobs, reports results and failures, and stops when it is told to",
    async () => {
      const job = file.replace(".", "-");
      const interfaceOf = { job_type_interface: { version: "1.0", output_data: [{ name: "answer", type: "property" }] }, max_tries: 1 };
      const { batchId } = await makeWork(database(), `${job} ${job}-after<${job}`, 2, { jobTypes: { [job]: interfaceOf } });
      const worker = start(gateway().url, job, process.execPath, "-e", command);
      const own = async () => (await jobsOf(database(), batchId)).filter(({ name }) => name === job).map(({ id }) => id);
      const jobs = async () =>
        database().prisma.job.findMany({ where: { id: { in: await own() } }, include: { executions: true }, orderBy: { status: "asc" } });
      await expect.poll(async () => (await jobs()).map(({ status }) => status)).toEqual(["COMPLETED", "FAILED"]);
      expect(await jobs()).toMatchObject([
        { results: { output_data: [{ name: "answer", value: 42 }] }, executions: [{ logTail: "reads in\n", exitCode: 0 }] },
        { executions: [{ exitCode: 3, message: "reads in" }] },
      ]);
      worker.child.kill("SIGTERM");
      // It may wait for a job: a claim that is handed out then is given back.
      const { batchId: next } = await makeWork(database(), job, 1);
      expect(await worker.ended).toBe(0);
      await expect.poll(async () => (await jobsOf(database(), next)).map(({ status }) => status)).toEqual(["QUEUED"]);
    },
  );

  it.skipIf(needs.some((each) => missing.includes(each)))(
    "reports results as large as the gateway takes them, and fails where they are larger, whatever the log has in it",
    async () => {
      const fake = await FakeGateway.start();
      const [large, ...tooLarge] = [262_000, 263_000, 2_000_000].map((value) =>
        fake.add({ data: { version: "1.0", input_data: [{ name: "size", value }] } }),
      );
      const print = `
        const { input_data: [{ value }] } = JSON.parse(require("fs").readFileSync(0, "utf8"));
        process.stderr.write(Buffer.from([0xff, 0, 10]));
        console.log(JSON.stringify({ output_data: [{ name: "text", value: "x".repeat(value) }] }));`;
      start(fake.url, "step", process.execPath, "-e", print);
      for (const token of tooLarge) {
        const failed = { error: "bad-results", retryable: false, message: "The results are larger than 262144 bytes" };
        await expect.poll(() => fake.endOf(token)).toMatchObject({ failed });
      }
      const { results, logTail } = fake.endOf(large as string)?.completed ?? {};
      expect(results).toEqual({ output_data: [{ name: "text", value: "x".repeat(262_000) }] });
      expect(logTail).toBe("\ufffd\0\n");
    },
  );

  it.skipIf(needs.some((each) => missing.includes(each)))(
    "takes an object in the last line that is not empty for results, fails the job for any other that says something, and goes on",
    async () => {
      const fake = await FakeGateway.start();
      const print = `
        const { input_data: [{ value }] } = JSON.parse(require("fs").readFileSync(0, "utf8"));
        process.stdout.write(eval(value));`;
      const add = (value: string) => fake.add({ data: { version: "1.0", input_data: [{ name: "text", value }] } });
      const taken: [string, object | null][] = [
        ["''", null],
        ["' \\n\\n'", null],
        [`'progress\\n{"a": 1}\\n\\n'`, { a: 1 }],
        [`'{"a": "\\u2028 \\u0085"}'`, { a: "\u2028 \u0085" }],
        ["JSON.stringify({ a: Array(60000).fill(1) })", { a: Array(60_000).fill(1) }],
      ];
      const refused = ["'5'", "'[1]'", "'{}]'", `'{"__proto__": 1}'`, `'{"a": ' + '['.repeat(50000) + ']'.repeat(50000) + '}'`];
      // jq reads them as null and as the largest number.
      if (program === "python3") refused.push(`'{"a": NaN}'`, `'{"a": 1e400}'`);
      const tokens = [...taken.map(([value]) => value), ...refused].map(add);
      start(fake.url, "step", process.execPath, "-e", print);
      // At some depths, Python writes the results by themselves, and not within a report.
      const deep = Array.from({ length: 16 }, (_, i) => add(`'{"a": ' + '['.repeat(${980 + i}) + ']'.repeat(${980 + i}) + '}'`));
      await expect.poll(() => [...tokens, ...deep].every(fake.endOf), { timeout: 60_000 }).toBe(true);
      expect(tokens.map((token) => fake.endOf(token)?.completed?.results)).toEqual([
        ...taken.map(([, results]) => results),
        ...refused.map(() => undefined),
      ]);
      for (const token of tokens.slice(taken.length)) {
        expect(fake.endOf(token)).toMatchObject({ failed: { error: "bad-results", retryable: false } });
      }
    },
  );

  it.skipIf(needs.some((each) => missing.includes(each)))("asks again where it has asked too often", async () => {
    const fake = await FakeGateway.start();
    const token = fake.add();
    fake.faults.push({ status: 429, code: "TOO_MANY_REQUESTS" });
    start(fake.url, "step", "true");
    await expect.poll(() => fake.endOf(token)).toMatchObject({ completed: {} });
  });

  it.skipIf(needs.some((each) => missing.includes(each)))("says what the gateway refuses", async () => {
    const worker = start(gateway().url, "no-such-type", "true");
    expect(await worker.ended).toBe(1);
    expect(worker.printed()).toMatch(/^error: .*no-such-type/m);
  });
});

it.skipIf(missing.includes("python3"))("The worker in Python tells the command where the files of its inputs are", async () => {
  const fake = await FakeGateway.start();
  const input_data = [
    { name: "scene", file_id: 1, file_ids: null },
    { name: "tiles", file_ids: [2, 1] },
  ];
  const files = [1, 2].map((id) => ({ databaseId: id, uri: `file:///${id}` }));
  const token = fake.add({ data: { version: "1.0", input_data }, files });
  startWorker("python3", "worker.py", fake.url, ["step", process.execPath, "-e", "process.stdin.pipe(process.stdout)"]);
  await expect
    .poll(() => fake.endOf(token)?.completed?.results)
    .toEqual({
      version: "1.0",
      input_data: [
        { ...input_data[0], uri: "file:///1" },
        { ...input_data[1], uris: ["file:///2", "file:///1"] },
      ],
    });
});
