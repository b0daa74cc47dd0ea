import pg from "pg";
import { expect, it, vi } from "vitest";
import { makeManyRecipes, makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const literal = (value: unknown) => pg.escapeLiteral(Array.isArray(value) ? `{${value.join()}}` : String(value));

it("A chunk reads no job but those of its recipes, where the statistics still say that all jobs are COMPLETED", async () => {
  const type = await makeType(database(), "parse mask<parse");
  await makeManyRecipes(database(), type, 2000);
  await database().pool.query("VACUUM ANALYZE");
  const query = vi.spyOn(pg.Client.prototype, "query");
  await runBatch(database(), type, { all_jobs: true });
  const sent = query.mock.calls.map(([config]) => config as unknown as { text?: string; values?: unknown[] });
  query.mockRestore();
  const chunks = sent.filter(({ text }) => text?.includes("INSERT INTO batch_recipe"));
  expect(chunks.length).toBeGreaterThan(0);
  const client = await database().pool.connect();
  for (const { text, values = [] } of chunks) {
    await client.query(`PREPARE chunk AS ${text}`);
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE chunk (${values.map(literal).join()})`);
    await client.query("DEALLOCATE chunk");
    const read = nodesOf(rows[0]["QUERY PLAN"][0].Plan).filter((node) => node["Relation Name"] === "job");
    expect(read.length).toBeGreaterThan(0);
    expect(read.map((node) => node["Node Type"])).not.toContain("Seq Scan");
  }
  client.release();
});
