import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase, useServerObjects } from "../support/database.js";
import { drain, makeWork } from "../support/work.js";

const script = fileURLToPath(new URL("../../dist/cli/verify.js", import.meta.url));
const database = useDatabase();
const server = useServerObjects();
beforeAll(async () => {
  await makeWork(database(), "a b<a", 10);
  await drain(database());
});

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run verify -- ARGS`, as built. */
const verify = (args: readonly string[] = [], url = database().url): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env: { ...process.env, DATABASE_URL: url } }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

describe("npm run verify", () => {
  it("says that all invariants hold", async () => {
    const { code, stdout, stderr } = await verify();
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^\d+ invariants checked in \d+\.\d s: all hold\.\n$/);
    expect(code).toBe(0);
  });

  it("tells each invariant that is broken, how many break it, and the first of them", async () => {
    const jobs = await database().query<{ id: number }>({ text: "SELECT id FROM job WHERE batch_id IS NOT NULL ORDER BY id" });
    await database().query({ text: "UPDATE job SET num_exes = num_exes + 1 WHERE batch_id IS NOT NULL" });
    await database().query({ text: "UPDATE batch SET created_count = 9" });
    const { code, stdout } = await verify();
    await database().query({ text: "UPDATE job SET num_exes = num_exes - 1 WHERE batch_id IS NOT NULL" });
    await database().query({ text: "UPDATE batch SET created_count = 10" });
    const [first, second, last] = stdout.split("\n");
    const ids = jobs.slice(0, 5).map(({ id }) => id);
    expect(first).toBe(`Violated: num_exes of a job is the number of its executions. 20 × job: ${ids.join(", ")}, …`);
    expect(second).toBe("Violated: created_count and failed_count of a batch are counts of its recipes. 1 × batch: 1");
    expect(last).toMatch(/: 2 violated\.$/);
    expect(code).toBe(1);
  });

  it("changes nothing: a database that lacks tables is refused", async () => {
    const url = await server.emptyDatabase();
    const { code, stderr } = await verify([], url);
    expect(stderr).toMatch(/^The database lacks \d{14}_\w+, .+ A gateway of this release brings it up to date when it starts\.\n$/);
    expect(code).toBe(1);
    expect(await server.run(url, "SELECT FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
  });

  it("works with a role that may only read", async () => {
    const grants = "GRANT SELECT ON ALL TABLES IN SCHEMA public TO NAME";
    const url = await server.roleIn(database().url, grants);
    const { code, stdout } = await verify([], url);
    await server.run(database().url, `DROP OWNED BY ${new URL(url).username}`);
    expect(stdout).toContain("all hold");
    expect(code).toBe(0);
  });

  it("tells its options, and refuses others", async () => {
    expect(await verify(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("Exit codes:") });
    expect(await verify(["--all"])).toMatchObject({ code: 2, stderr: expect.stringContaining("unknown option '--all'") });
  });
});
