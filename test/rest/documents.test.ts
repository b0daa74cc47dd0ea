import { describe, expect, it } from "vitest";
import { get, useApp } from "../support/app.js";
import { makeManyRecipes, makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);

/** Answers are written by their schemas, and what a schema does not name would be left out. */
describe("A stored document is shown as a whole", () => {
  const columns = {
    batch: ["definition"],
    recipe_type: ["definition"],
    trigger_event: ["description"],
    trigger_rule: ["configuration"],
    job: ["data", "results"],
    job_type: ["interface"],
    job_type_revision: ["interface"],
  };

  it.each<[string, unknown]>([
    ["with keys that no schema names", { version: "1.0", own: { deep: [1, null, { "": [] }] }, nothing: null, number: 1.5e-7 }],
    ["with text that is escaped", { 'a "key"\n': 'back\\slash, "quotes", \u2028 and 😀' }],
    ["that is empty", {}],
    ["that is a list", [1, [2], {}]],
    ["that is text", "text"],
    ["that is null", null],
  ])("%s", async (_, document) => {
    const recipeType = await makeType(database(), "parse", { triggerRule: "scenes" });
    await makeManyRecipes(database(), recipeType, 1);
    const batchId = await runBatch(database(), recipeType, { all_jobs: true });
    const { pool, prisma } = database();
    const { id: ruleId } = await prisma.triggerRule.findFirstOrThrow();
    await pool.query("UPDATE trigger_event SET rule_id = $1", [ruleId]);
    const { id: jobId } = await prisma.job.findFirstOrThrow({ where: { jobType: { name: "parse" } }, orderBy: { id: "desc" } });
    for (const [table, names] of Object.entries(columns)) {
      for (const name of names) await pool.query(`UPDATE ${table} SET ${name} = $1::jsonb`, [JSON.stringify(document)]);
    }
    const [batch, type, job] = await Promise.all([`/batches/${batchId}/`, `/recipe-types/${recipeType.id}/`, `/jobs/${jobId}/`].map(read));
    const shown = {
      definition: batch.definition,
      recipeType: batch.recipe_type.definition,
      event: batch.event.description,
      rule: batch.event.rule.configuration,
      type: type.definition,
      triggerRule: type.trigger_rule.configuration,
      jobEvent: job.event.description,
      jobRule: job.event.rule.configuration,
      data: job.data,
      results: job.results,
      interface: job.job_type_rev.interface,
    };
    for (const [place, value] of Object.entries(shown)) expect(value, place).toEqual(document);
  });

  const read = async (url: string) => {
    const { status, body } = await get(app(), url);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
});
