import pg from "pg";
import { expect, it, vi } from "vitest";
import { makeManyRecipes, makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { explain, type SentStatement } from "../support/explain.js";

const database = useDatabase();

it("A chunk reads no job but those of its recipes, where the statistics still say that all jobs are COMPLETED", async () => {
  const type = await makeType(database(), "parse mask<parse");
  await makeManyRecipes(database(), type, 2000);
  await database().pool.query("VACUUM ANALYZE");
  const query = vi.spyOn(pg.Client.prototype, "query");
  await runBatch(database(), type, { all_jobs: true });
  const sent = query.mock.calls.map(([config]) => config as unknown as Partial<SentStatement>);
  query.mockRestore();
  const chunks = sent.filter((one): one is SentStatement => one.text?.includes("INSERT INTO batch_recipe") ?? false);
  expect(chunks.length).toBeGreaterThan(0);
  const client = await database().pool.connect();
  for (const chunk of chunks) {
    const read = (await explain(client, chunk, false)).filter((node) => node["Relation Name"] === "job");
    expect(read.length).toBeGreaterThan(0);
    expect(read.map((node) => node["Node Type"])).not.toContain("Seq Scan");
  }
  client.release();
});
