import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { stripVTControlCharacters } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { cancelBatch } from "../../src/domain/batch/change/cancelBatch.js";
import { pauseBatch } from "../../src/domain/batch/change/pauseBatch.js";
import { claimJobs } from "../../src/domain/execution/claimJobs.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { ada, expand, failBatch, makeManyRecipes, makeType, revise, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { batchCommand, batchScript, type Gateway, onceSaid, run, startGateway, useGateway } from "./batchCommand.js";

/** It runs a program in a terminal. The one of util-linux, since options differ elsewhere. */
const hasScript = /util-linux/.test(spawnSync("script", ["--version"], { encoding: "utf8" }).stdout ?? "");
if (!hasScript) console.warn("Nothing is watched in a terminal: there is no script of util-linux");

const database = useDatabase();
const gateway = useGateway(database);
const watch = (id: number, onOutput?: Parameters<typeof batchCommand>[1]) =>
  batchCommand(["watch", String(id), "--until-created", "--url", gateway().url], onOutput);

const started: Gateway[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => each.stop()));
});
async function start(options: Parameters<typeof startGateway>[1]): Promise<Gateway> {
  const fresh = await startGateway(database(), options);
  started.push(fresh);
  return fresh;
}

async function typeWithRecipes(recipes: number): Promise<TestType> {
  const type = await makeType(database(), "parse mask<parse");
  await makeManyRecipes(database(), type, recipes);
  return revise(database(), type, "parse mask<parse report<mask");
}

/** Each line without its time. */
const said = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/^\S+Z {2}/, ""));

describe("npm run batch -- watch, without a terminal,", () => {
  it("prints a line with the time for each change, until the batch is CREATED", async () => {
    const id = await submit(database(), await typeWithRecipes(3));
    const { code, stdout, stderr } = await watch(
      id,
      onceSaid("stdout", "SUBMITTED", () => expand(database(), id)),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = said(stdout);
    expect(lines[0]).toBe("SUBMITTED");
    expect(lines.at(-1)).toBe("CREATED    100 %  3 of 3 recipes");
    expect(new Set(lines).size).toBe(lines.length);
    expect(stdout).toMatch(/^\d{4}-\d{2}-\d{2}T\S+Z {2}SUBMITTED$/m);
  });

  it("prints a line of JSON for each change with --json", async () => {
    const id = await submit(database(), await typeWithRecipes(2));
    const { code, stdout } = await batchCommand(
      ["watch", String(id), "--until-created", "--json", "--url", gateway().url],
      onceSaid("stdout", "SUBMITTED", () => expand(database(), id)),
    );
    expect(code).toBe(0);
    const changes = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(changes[0]).toEqual({ id, status: "SUBMITTED", total: 0, created: 0, failed: 0, percent: null });
    expect(changes.at(-1)).toEqual({ id, status: "CREATED", total: 2, created: 2, failed: 0, percent: 100 });
  });

  it("ends with 1 where the batch is canceled, or fails", async () => {
    const canceled = await submit(database(), await typeWithRecipes(1));
    const cancel = () => cancelBatch(database(), ada, canceled, null);
    expect(await watch(canceled, onceSaid("stdout", "SUBMITTED", cancel))).toMatchObject({ code: 1, stderr: "" });
    const failed = await submit(database(), await typeWithRecipes(1));
    const outcome = await watch(
      failed,
      onceSaid("stdout", "SUBMITTED", () => failBatch(database(), failed)),
    );
    expect(outcome.code).toBe(1);
    expect(said(outcome.stdout)).toEqual(["SUBMITTED", "FAILED"]);
  });

  it("tells at once how a batch has ended", async () => {
    const id = await submit(database(), await typeWithRecipes(1));
    await expand(database(), id);
    const { code, stdout } = await watch(id);
    expect(code).toBe(0);
    expect(said(stdout)).toEqual(["CREATED    100 %  1 of 1 recipes"]);
  });

  it("says so where nothing was matched", async () => {
    const id = await submit(database(), await makeType(database(), "parse"));
    await expand(database(), id);
    expect(said((await watch(id)).stdout)).toEqual(["CREATED    no recipe matched"]);
  });

  it("refuses a batch that does not exist", async () => {
    expect(await watch(999)).toEqual({ code: 1, stdout: "", stderr: "error: There is no batch 999\n" });
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("leaves the batch as it is on %s, says so, and exits with %d", async (signal, code) => {
    const id = await submit(database(), await typeWithRecipes(1));
    const outcome = await watch(
      id,
      onceSaid("stdout", "SUBMITTED", (child) => child.kill(signal)),
    );
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toBe(`The batch was left as it is. To watch it again: npm run batch -- watch ${id}\n`);
    expect((await database().prisma.batch.findUniqueOrThrow({ where: { id } })).status).toBe("SUBMITTED");
  });

  it("goes on where the gateway is started anew", async () => {
    const id = await submit(database(), await typeWithRecipes(2));
    await pauseBatch(database(), ada, id, null);
    const first = await start({});
    const port = Number(new URL(first.url).port);
    const restart = onceSaid("stderr", "Trying again", async () => {
      await start({ port });
      await cancelBatch(database(), ada, id, null);
    });
    const stop = onceSaid("stdout", "PAUSED", () => first.stop());
    const { code, stdout, stderr } = await batchCommand(["watch", String(id), "--until-created", "--url", first.url], (printed, child) => {
      stop(printed, child);
      restart(printed, child);
    });
    expect(code).toBe(1);
    expect(said(stdout)).toEqual(["PAUSED", "CANCELED"]);
    expect(stderr).toMatch(/^The gateway can't be reached at \S+: .+\. Trying again\.\n$/);
  });

  it("tries again where its gateway says that it can't answer at the moment", async () => {
    const away = { errors: [{ message: "away", extensions: { code: "SERVICE_UNAVAILABLE" } }] };
    const answers: [status: number, body: string][] = [
      [200, '{ "data": { "batch": { "id": "1", "databaseId": 1 } } }'],
      [429, "{}"],
      [200, `event: next\ndata: ${JSON.stringify(away)}\n\n`],
      [403, "{}"],
    ];
    const server = createServer(({ headers: { accept } }, response) => {
      const [status, body] = answers.shift() as (typeof answers)[0];
      response.writeHead(status, { "content-type": accept?.split(",")[0] }).end(body);
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await batchCommand(["watch", "1", "--url", `http://127.0.0.1:${port}`]);
    server.close();
    expect([code, answers]).toEqual([3, []]);
    expect(stderr).toMatch(/429.* Trying again\.\nerror: .*403/);
  });

  it("gives up where patience ends, and exits with 3", async () => {
    const id = await submit(database(), await typeWithRecipes(1));
    const { url, stop } = await start({});
    const args = ["watch", String(id), "--patience", "0", "--url", url];
    const { code, stderr } = await batchCommand(
      args,
      onceSaid("stdout", "SUBMITTED", () => stop()),
    );
    expect(code).toBe(3);
    expect(stderr).toContain(`error: The gateway can't be reached at ${url}`);
  });
});

/** Runs the jobs of all batches to their end; those of a name fail. */
async function runJobs(failing?: string): Promise<void> {
  const order = { worker: "tester", jobTypes: null, max: 100, leaseSeconds: 60, requestId: null };
  for (;;) {
    const { claims } = await claimJobs(database(), order);
    if (claims.length === 0) return;
    const jobs = await database().prisma.job.findMany({
      where: { id: { in: claims.map(({ jobId }) => jobId) } },
      include: { jobType: true },
    });
    const failed = new Set(jobs.filter(({ jobType }) => jobType.name === failing).map(({ id }) => id));
    const report = { exitCode: null, logTail: null };
    const failure = { kind: "failed", error: "broken", message: null, retryable: false, retryAfterSeconds: null } as const;
    await reportJobs(
      database(),
      claims.map(({ token, jobId }) =>
        failed.has(jobId) ? { token, ...failure, ...report } : { token, kind: "completed", results: null, ...report },
      ),
    );
  }
}

describe("npm run batch -- watch, of both halves,", () => {
  const watchAll = (id: number, ...options: string[]) =>
    batchCommand(
      ["watch", String(id), ...options, "--url", gateway().url],
      onceSaid("stdout", "CREATED", () => runJobs("report")),
    );

  it("goes on until the jobs have run, and ends with 1 where some failed", async () => {
    const type = await makeType(database(), "read write<read");
    await makeManyRecipes(database(), type, 3);
    const good = await submit(database(), type, { all_jobs: true });
    await expand(database(), good);
    const { code, stdout, stderr } = await watchAll(good);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(said(stdout)[0]).toBe("CREATED    100 %  3 of 3 recipes  |  WAITING      0 %  0 of 6 jobs");
    expect(said(stdout).at(-1)).toBe("CREATED    100 %  3 of 3 recipes  |  SUCCEEDED  100 %  6 of 6 jobs");
    const bad = await submit(database(), await typeWithRecipes(1), {});
    await expand(database(), bad);
    const failed = await watchAll(bad, "--json");
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.stdout.trimEnd().split("\n").at(-1) as string)).toMatchObject({
      id: bad,
      status: "CREATED",
      work: { state: "FAILED", jobs: { failed: 1 } },
    });
  });
});

describe.skipIf(!hasScript)("npm run batch -- watch, in a terminal,", () => {
  /** What the terminal was told to show. */
  async function shown(id: number, options = "--until-created"): Promise<string> {
    const command = `'${process.execPath}' '${batchScript}' watch ${id} ${options} --url '${gateway().url}'`;
    const { code, stdout } = await run("script", ["-qec", command, "/dev/null"]);
    expect(code).toBe(0);
    return stripVTControlCharacters(stdout);
  }

  it("draws a bar", async () => {
    const type = await typeWithRecipes(2);
    const id = await submit(database(), type);
    await expand(database(), id);
    expect(await shown(id)).toMatch(/CREATED {4}\[={8,40}\] {2}100 % {2}2 of 2 recipes/);
  });

  it("draws a second bar for the work", async () => {
    const id = await submit(database(), await typeWithRecipes(2));
    await expand(database(), id);
    await runJobs();
    const text = await shown(id, "");
    expect(text).toMatch(/CREATED {4}\[={8,40}\] {2}100 % {2}2 of 2 recipes/);
    expect(text).toMatch(/SUCCEEDED {2}\[={8,40}\] {2}100 % {2}2 of 2 jobs/);
  });

  it("draws no bar where there is nothing to make", async () => {
    const id = await submit(database(), await makeType(database(), "parse"));
    await expand(database(), id);
    const text = await shown(id);
    expect(text).toMatch(/CREATED {4,}no recipe matched/);
    expect(text).not.toMatch(/\[[=-]/);
  });
});

describe("npm run batch -- create --watch", () => {
  it("watches the batch that it has created, to its end", async () => {
    const { name } = await typeWithRecipes(2);
    const { url } = await start({ role: "all" });
    const { code, stdout } = await batchCommand(["create", "--recipe-type", name, "--yes", "--watch", "--until-created", "--url", url]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Created batch \d+\.$/m);
    expect(stdout).toMatch(/CREATED {4}100 % {2}2 of 2 recipes\n$/);
    const json = await batchCommand([
      "create",
      "--recipe-type",
      name,
      "--all-jobs",
      "--yes",
      "--watch",
      "--until-created",
      "--json",
      "--url",
      url,
    ]);
    expect(json.code).toBe(0);
    const [created, ...changes] = json.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(created).toMatchObject({ batch: { title: null }, preview: { recipeCount: 2 } });
    expect(changes.at(-1)).toMatchObject({ id: created.batch.databaseId, status: "CREATED", created: 2 });
  });
});
