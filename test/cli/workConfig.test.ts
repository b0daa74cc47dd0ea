import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readWorkConfig } from "../../src/cli/work/config/readWorkConfig.js";
import { DomainError } from "../../src/domain/errors.js";
import { run } from "./batchCommand.js";
import { makeFolder, workScript } from "./workCommand.js";

const command = ["{node}", "step.js"];
const read = (document: unknown, engine: "slurm" | null = null) =>
  readWorkConfig(document, "/jobs", path.dirname(process.execPath), engine);

function problemsOf(document: unknown, engine: "slurm" | null = null): string[] {
  try {
    read(document, engine);
    return [];
  } catch (error) {
    return (error as DomainError).problems.map((problem) => [problem.path.join("."), problem.message].filter(Boolean).join(": "));
  }
}

describe("A worker's configuration", () => {
  it("needs only a job type with its command, and fills in the rest", () => {
    expect(read({ jobTypes: [{ name: "step", command }] })).toMatchObject({
      ...{ url: null, outputFolder: "/jobs/outputs", maxJobs: 1, leaseSeconds: 60, killSeconds: 10, keepFailed: false, environment: {} },
      worker: expect.stringMatching(/.-\d+$/),
      jobTypes: [{ name: "step", version: null, command, maxJobs: 1, environment: {}, finalExitCodes: [] }],
    });
  });

  it("has relative paths, and finds programs as a shell does", () => {
    const config = read({ maxJobs: 4, workFolder: "w", outputFolder: "/o", jobTypes: [{ name: "a", command: ["node"] }] });
    expect(config).toMatchObject({ workFolder: "/jobs/w", outputFolder: "/o", jobTypes: [{ command: ["node"], maxJobs: 4 }] });
    const node = path.relative("/jobs", process.execPath);
    expect(read({ jobTypes: [{ name: "a", command: [`./${node}`] }] }).jobTypes[0]?.command).toEqual([process.execPath]);
  });

  it("that is wrong is told in all that is wrong", () => {
    const wrong = {
      ...{ url: "ftp://x", maxJobs: 0, leaseSeconds: 4, keepFailed: "yes", passEnvironment: "PATH", environment: { A: 1 }, colour: "red" },
      jobTypes: [
        { name: "a", command: "node step.js" },
        { name: "", version: 2, command: [], maxJobs: 1001, finalExitCodes: [0] },
        { name: "b", command: ["no-such-program", "{datum}", "{input:x}", "{{"], environment: { "": "x" }, retries: 1 },
        { name: "c", command },
        { name: "c", version: "1.0", command },
        { name: "d" },
        "e",
      ],
    };
    expect(problemsOf(wrong)).toEqual([
      expect.stringContaining("colour: is no setting: there are url, worker"),
      "maxJobs: must be an integer from 1 to 1000",
      "url: It must be an http:// or https:// URL, such as http://127.0.0.1:4000/graphql.",
      "leaseSeconds: must be an integer from 5 to 3600",
      "keepFailed: must be true or false",
      "passEnvironment: must be an array of strings",
      'environment: must have strings under names of variables, which is not so of "A"',
      "jobTypes.0.command: must be an array of the program and its arguments, which no shell reads",
      "jobTypes.1.finalExitCodes: must be an array of exit codes, from 1 to 255",
      "jobTypes.1.name: must be a string of 1 to 50 characters",
      "jobTypes.1.version: must be a string of at most 50 characters",
      "jobTypes.1.command: must be an array of the program and its arguments, which no shell reads",
      "jobTypes.1.maxJobs: must be an integer from 1 to 1000",
      expect.stringContaining("jobTypes.2.retries: is no setting of a job type: there are name"),
      "jobTypes.2.command: has placeholders that there are not: {datum}; for a brace, write two",
      "jobTypes.2.command: names a program that is not there or can't be run: no-such-program",
      expect.stringContaining("jobTypes.2.environment: must have strings"),
      "jobTypes.5.command: is required",
      "jobTypes.6: must be an object",
      'jobTypes: name "c" 1.0 twice',
    ]);
    expect(problemsOf({})).toEqual(["jobTypes: must name at least one job type"]);
    expect(problemsOf([])).toEqual(["must be an object"]);
  });
});

describe("npm run work", () => {
  const work = (...args: string[]) => run(process.execPath, [workScript, ...args]);

  it("names what is wrong with its configuration, and exits with 2", async () => {
    const file = path.join(await makeFolder(), "work.json");
    await writeFile(file, JSON.stringify({ jobTypes: [{ name: "a", command: ["no-such-program"] }], maxJobs: -1 }));
    expect(await work("--config", file)).toEqual({
      code: 2,
      stdout: "",
      stderr: `${file}: is no configuration of a worker
  maxJobs: must be an integer from 1 to 1000
  jobTypes.0.command: names a program that is not there or can't be run: no-such-program
`,
    });
    expect((await work("--config", "none.json")).stderr).toBe("none.json: is no configuration of a worker\n  there is no such file\n");
  });

  it.each([
    [[], "error: name either --config <FILE> or --sample\n"],
    [["--sample", "--config", "a"], "error: name either --config <FILE> or --sample\n"],
    [["work.json"], "error: too many arguments. Expected 0 arguments but got 1.\n"],
    [["--sample", "--url", "x"], expect.stringContaining("It must be an http:// or https:// URL")],
  ])("with the arguments %j exits with 2", async (args, stderr) => {
    expect(await work(...args)).toEqual({ code: 2, stdout: "", stderr });
  });

  it("of an engine has other defaults, and its programs may be on the engine's machines alone", () => {
    const document = {
      slurm: { options: ["--partition=main"] },
      jobTypes: [{ name: "step", command: ["only-there"], slurm: { options: ["--gres=gpu:1"] } }],
    };
    expect(read(document, "slurm")).toMatchObject({
      ...{ workFolder: "/jobs/work", leaseSeconds: 180, worker: expect.stringMatching(/-slurm$/) },
      engine: { gatherSeconds: 10, lookSeconds: 20 },
      jobTypes: [{ command: ["only-there"], engineOptions: ["--partition=main", "--gres=gpu:1"] }],
    });
  });

  it("of an engine that is wrong is told in all that is wrong", () => {
    const wrong = {
      ...{ worker: "a,b", maxJobs: 100_001, killSeconds: 5, environment: { "a.b": "1" } },
      slurm: { options: ["main", "--array=0-3", "-J=x", "--comm=x", "-Mother"], lookSeconds: 0, queue: "main" },
      jobTypes: [{ name: "step", command: ["./not-there"], slurm: { lookSeconds: 3 } }],
    };
    expect(problemsOf(wrong, "slurm").sort()).toEqual([
      'environment: must have strings under names of variables, which is not so of "a.b"',
      "jobTypes.0.command: names a program that is not there or can't be run: ./not-there",
      "jobTypes.0.slurm.lookSeconds: is no setting of slurm for a job type: there is options",
      expect.stringMatching(/^killSeconds: is no setting: there are url, .*, slurm$/),
      "maxJobs: must be an integer from 1 to 100000",
      "slurm.lookSeconds: must be an integer from 1 to 600",
      'slurm.options: must be options of sbatch, each with its value in one string, unlike "main"',
      "slurm.options: must leave --array=0-3 to the worker",
      "slurm.options: must leave --comm=x to the worker",
      "slurm.options: must leave -J=x to the worker",
      "slurm.options: must leave -Mother to the worker",
      "slurm.queue: is no setting of slurm: there are options, gatherSeconds, lookSeconds",
      "worker: must have letters, digits, _, . and - alone: jobs of the engine are called by it",
    ]);
    expect(problemsOf({ slurm: {}, jobTypes: [{ name: "step", command }] })).toEqual([expect.stringMatching(/^slurm: is no setting/)]);
  });
});
