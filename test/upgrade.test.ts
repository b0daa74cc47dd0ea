import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../src/db/database.js";
import { makeType } from "./support/catalogue.js";
import { useServerObjects } from "./support/database.js";
import { startGatewayOn } from "./support/gatewayProcess.js";

const here = fileURLToPath(new URL("..", import.meta.url));
const git = (...args: string[]) => spawnSync("git", args, { cwd: here, encoding: "utf8" });
/**
 * The last release before this commit: its tag, or the commit of 0.2.0 where the clone has no tags. In a checkout without history it can't be
 * had, and the test is skipped.
 */
const lastRelease =
  git("describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD^").stdout.trim() || "a01163bcd8729f925e27289d8e764c4bc5150e82";
const hasHistory = git("cat-file", "-e", `${lastRelease}^{commit}`).status === 0;

const server = useServerObjects();
/** The last release, built, with the packages that it was released with: this one may have others. */
let folder: string;
beforeAll(() => {
  if (!hasHistory) return;
  folder = mkdtempSync(path.join(tmpdir(), "batch-gateway-release-"));
  const archive = execFileSync("git", ["archive", lastRelease], { cwd: here, maxBuffer: 1 << 28 });
  execFileSync("tar", ["-x", "-C", folder], { input: archive });
  execFileSync("npm", ["ci", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund"], { cwd: folder, stdio: "pipe" });
  execFileSync(process.execPath, ["build.js"], { cwd: folder });
}, 300_000);
afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

const release = () => ({ command: [process.execPath, path.join(folder, "dist/main.js")] as [string, string] });

const hasNewMigrations = (): boolean => {
  const [old = [], now = []] = [folder, here].map((root) => readdirSync(path.join(root, "prisma/migrations")));
  return now.length > old.length;
};

/** A gateway by its GraphQL. */
async function door(gateway: ReturnType<typeof startGatewayOn>) {
  const address = await gateway.address();
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into it
  const ask = async (query: string): Promise<any> => {
    const headers = { "content-type": "application/json" };
    const { data, errors } = (await (
      await fetch(`${address}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) })
    ).json()) as {
      data: unknown;
      errors?: unknown;
    };
    expect(errors).toBeUndefined();
    return data;
  };
  return {
    isReady: async () => (await fetch(`${address}/readyz`)).status === 200,
    create: async (recipeTypeId: number): Promise<number> => {
      const input = `{ recipeTypeId: "${recipeTypeId}", title: "Side by side", definition: { allJobs: true } }`;
      const { createBatch } = await ask(`mutation { createBatch(input: ${input}) { batch { databaseId } errors { message } } }`);
      expect(createBatch.errors).toEqual([]);
      return createBatch.batch.databaseId;
    },
    claim: async (): Promise<string[]> => {
      const { claimJobs } = await ask('mutation { claimJobs(input: { worker: "w", max: 50, leaseSeconds: 600 }) { claims { token } } }');
      return claimJobs.claims.map(({ token }: { token: string }) => token);
    },
    complete: async (tokens: string[]): Promise<void> => {
      const reports = tokens.map((token) => `{ token: "${token}", completed: {} }`);
      const { reportJobs } = await ask(`mutation { reportJobs(input: { reports: [${reports}] }) { outcomes { accepted } } }`);
      expect(reportJobs.outcomes.every(({ accepted }: { accepted: boolean }) => accepted)).toBe(true);
    },
    workOf: async (id: number) => (await ask(`{ batch(id: "${id}") { status work { state jobs { completed } } } }`)).batch,
  };
}

const verify = (url: string): void => {
  const script = path.join(here, "dist/cli/verify.js");
  execFileSync(process.execPath, [script], { env: { PATH: process.env.PATH, DATABASE_URL: url }, encoding: "utf8" });
};

/** Has the last release load a recipe type with 40 recipes: this one writes columns that the database does not have yet. @returns the type's id */
async function loadRecipes(url: string): Promise<number> {
  const database = openDatabase(url, 1);
  const { id } = await makeType(database, "parse publish<parse");
  const { name, version, definition } = await database.prisma.recipeType.findUniqueOrThrow({ where: { id } });
  await database.close();
  const args = [path.join(folder, "dist/cli/load.js"), "-", "--recipes", "40", "--from", "2016-01-01", "--to", "2016-01-31"];
  const { jobs } = definition as { jobs: { job_type: { name: string; version: string } }[] };
  const job_types = jobs.map(({ job_type }) => ({ ...job_type, job_type_interface: { version: "1.0" } }));
  const input = JSON.stringify({ name, version, is_active: true, definition, trigger_rule: null, job_types });
  execFileSync(process.execPath, args, { env: { PATH: process.env.PATH, DATABASE_URL: url }, input });
  return id;
}

it.skipIf(!hasHistory)(
  "The last release and this one run side by side on one database, and the last one again after that",
  async () => {
    const url = await server.emptyDatabase();
    const old = startGatewayOn(url, {}, release());
    const before = await door(old);
    const type = { id: await loadRecipes(url) };
    const batches = [await before.create(type.id)];
    const held = await untilClaimed(before);

    // This release migrates the database under the one that runs on it.
    const fresh = startGatewayOn(url);
    const after = await door(fresh);
    await expect.poll(() => after.isReady()).toBe(true);
    await after.complete(held);
    // Whatever either makes, both work off: the jobs of one are claimed by the other, and reported to the first.
    for (const [maker, claimer] of [
      [after, before],
      [before, after],
    ] as const) {
      const id = await maker.create(type.id);
      batches.push(id);
      for (;;) {
        await expect.poll(async () => (await maker.workOf(id)).status).toBe("CREATED");
        const tokens = await claimer.claim();
        if (tokens.length > 0) await maker.complete(tokens);
        else if ((await maker.workOf(id)).work.state === "SUCCEEDED") break;
      }
      expect(await before.isReady()).toBe(true);
    }
    for (const gateway of [old, fresh]) gateway.kill("SIGTERM");
    expect(await Promise.all([old.ended, fresh.ended])).toEqual([0, 0]);
    verify(url);

    // Rollback: the last release starts on the newer database.
    const again = startGatewayOn(url, {}, release());
    const back = await door(again);
    expect(again.output().includes("The database has migrations that this release does not know")).toBe(hasNewMigrations());
    await expect.poll(() => back.isReady()).toBe(true);
    const id = await back.create(type.id);
    const tokens = await untilClaimed(back);
    await back.complete(tokens);
    await expect.poll(async () => (await back.workOf(id)).status).toBe("CREATED");
    again.kill("SIGTERM");
    expect(await again.ended).toBe(0);
    verify(url);
  },
  300_000,
);

/** Claims jobs as soon as there are some. */
async function untilClaimed({ claim }: { claim(): Promise<string[]> }): Promise<string[]> {
  const tokens: string[] = [];
  await expect.poll(async () => tokens.push(...(await claim()))).toBeGreaterThan(0);
  return tokens;
}
