import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { findViolations } from "../../src/domain/findViolations.js";
import { makeType, runBatch } from "../support/catalogue.js";
import { useDatabase, useServerObjects } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { rowCounts } from "../support/rowCounts.js";
import { fillScaleSql, scaleTablesSql } from "../support/scaleDatabase.js";
import { drain } from "../support/work.js";

const script = fileURLToPath(new URL("../../dist/cli/load.js", import.meta.url));
const server = useServerObjects();

/** Runs `npm run load -- --from-scale URL`, as built. */
function load(databaseUrl: string, scaleUrl: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, "--from-scale", scaleUrl], { env: { ...process.env, DATABASE_URL: databaseUrl } });
    const printed = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].on("data", (chunk) => {
        printed[stream] += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...printed }));
  });
}

async function makeScale(): Promise<string> {
  const url = await server.emptyDatabase();
  await server.run(url, scaleTablesSql + fillScaleSql(20));
  return url;
}

const loaded = graphql(`
  query LoadedBatch {
    batch(id: "40") {
      title status createdCount failedCount totalCount definition { dateRange { type started } jobNames allJobs }
      event { databaseId description } creatorJob { databaseId status } work { state recipesCompleted jobs { completed failed canceled total } }
      recipes { totalCount }
      jobs(first: 2) { totalCount nodes { isOriginal job { databaseId } } }
    }
    recipe(id: "22") { supersededRecipe { databaseId } revisionNum jobs { jobName isOriginal job { databaseId error { name } } } }
    other: batch(id: "41") { status work { state } }
    broken: batch(id: "42") { status }
    job(id: "44") { data recipes { databaseId } }
  }
`);

describe("A Scale database is taken over", () => {
  const database = useDatabase();
  const { query } = useGraphql(database);
  let outcome: Awaited<ReturnType<typeof load>>;
  const own = useServerObjects();
  beforeAll(async () => {
    const url = await own.emptyDatabase();
    await own.run(url, scaleTablesSql + fillScaleSql(20));
    outcome = await load(database().url, url);
  });

  it("with its ids, and a report of what was left out and why", async () => {
    expect(outcome.stderr).toBe("");
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain("1 recipe types");
    expect(outcome.stdout).toContain("22 recipes\n");
    expect(outcome.stdout).toMatch(/Recipe type broken 1\.0 \(id 21\) was left out, with its recipes, jobs and batches: revision 1: /);
    expect(outcome.stdout).toContain("1 recipes of batches were left out");
    expect(outcome.stdout).toContain("2 jobs had not ended in Scale, and are CANCELED here.");
    expect(outcome.stdout).toContain("1 batches were not yet CREATED in Scale");
    expect(outcome.stdout).toContain("U+FFFD");
    const { batch, recipe, other, broken, job } = await query(loaded);
    expect(batch).toEqual({
      title: "Better",
      status: "CREATED",
      createdCount: 2,
      failedCount: 3,
      totalCount: 5,
      definition: { dateRange: { type: "CREATED", started: "2016-01-01T00:00:00.000Z" }, jobNames: ["publish"], allJobs: false },
      event: { databaseId: 11, description: { user: "grace" } },
      creatorJob: { databaseId: 180, status: "COMPLETED" },
      work: { state: "FAILED", recipesCompleted: 0, jobs: { completed: 0, failed: 1, canceled: 1, total: 2 } },
      recipes: { totalCount: 5 },
      jobs: {
        totalCount: 4,
        nodes: [
          { isOriginal: true, job: { databaseId: 61 } },
          { isOriginal: true, job: { databaseId: 62 } },
        ],
      },
    });
    expect(recipe).toEqual({
      supersededRecipe: { databaseId: 2 },
      revisionNum: 2,
      jobs: [
        { jobName: "unpack", isOriginal: false, job: { databaseId: 4, error: null } },
        { jobName: "publish", isOriginal: true, job: { databaseId: 62, error: { name: "bad-scene" } } },
      ],
    });
    expect([other, broken]).toEqual([{ status: "CANCELED", work: { state: "CANCELED" } }, null]);
    expect(job).toBeNull();
    const file = await database().prisma.scaleFile.findUniqueOrThrow({ where: { id: 7 } });
    expect(file).toMatchObject({ fileName: "scene-7", fileSize: 5_000_000_000n, uri: "file:///data/raw/scenes/7" });
    const event = await database().prisma.triggerEvent.findUniqueOrThrow({ where: { id: 10 } });
    expect(event.description).toEqual({ file_name: "a\\\ufffdb\ufffd" });
    expect((await database().query({ text: "SELECT occurred FROM trigger_event WHERE id = 10" }))[0]).toEqual({
      occurred: "2016-01-01 00:00:00.123456+00",
    });
    expect(
      await database().prisma.error.count({ where: { name: { in: ["timeout", "lost", "missing-output", "unknown", "bad-scene"] } } }),
    ).toBe(5);
  });

  it("so that nothing violates an invariant, and a batch over its recipes runs to its end", async () => {
    expect(await findViolations(database())).toEqual([]);
    const type = { id: 20, name: "landsat", version: "1.0" };
    const batchId = await runBatch(database(), type, { all_jobs: true });
    expect(batchId).toBe(43);
    expect(await drain(database())).toBe(40);
    expect(await database().prisma.batch.findUnique({ where: { id: batchId } })).toMatchObject({
      status: "CREATED",
      createdCount: 20,
      failedCount: 0,
      workState: "SUCCEEDED",
    });
    expect(await findViolations(database())).toEqual([]);
  });
});

describe("Nothing is taken over", () => {
  const database = useDatabase();
  /** Expects that it is refused in these words, which never hold a password, and that nothing is changed. */
  async function expectRefused(url: string, message: RegExp): Promise<void> {
    const before = await rowCounts(database());
    const { code, stdout, stderr } = await load(database().url, url);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(await rowCounts(database())).toEqual(before);
  }

  it("from what is not Scale's, and from where nothing answers", async () => {
    await expectRefused(await server.emptyDatabase(), /no database of Scale 4: it has no table trigger_rule, .*Nothing was loaded/);
    await expectRefused(database().url, /This is the database of a gateway, not of Scale 4/);
    const away = "postgresql://scale:geheim@127.0.0.1:1/scale";
    await expectRefused(away, /^Scale's database can't be reached: connect ECONNREFUSED 127\.0\.0\.1:1\. Nothing was loaded\.\n$/);
  });

  it("where a row breaks off in the middle, or the gateway has something already", async () => {
    const url = await makeScale();
    await server.run(
      url,
      `ALTER TABLE recipe_file ALTER scale_file_id TYPE bigint; ALTER TABLE recipe_file DROP CONSTRAINT recipe_file_scale_file_id_fkey;
      UPDATE recipe_file SET scale_file_id = 987654 WHERE id = 19`,
    );
    await expectRefused(url, /recipe_file_scale_file_id_fkey/);
    await makeType(database(), "parse");
    await expectRefused(url, /not empty: there is something in job_type, recipe_type\. Nothing was loaded/);
  });
});
