import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { makeManyRecipes, makeRecipe, makeType, revise, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { batchCommand, useGateway } from "./batchCommand.js";

const database = useDatabase();
const gateway = useGateway(database);
const batch = (...args: string[]) => batchCommand([...args, "--url", gateway().url]);
const batchCount = (type: TestType) => database().prisma.batch.count({ where: { recipeTypeId: type.id } });

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** A gateway's front that does something before it lets a creation pass. @returns its URL */
async function beforeCreation(then: () => Promise<"pass" | "drop">): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    if (body.includes("createBatch") && (await then()) === "drop") return void request.socket.destroy();
    const answer = await fetch(gateway().url, { method: "POST", body, headers: { "content-type": "application/json" } });
    response.writeHead(answer.status).end(await answer.text());
  });
  closings.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A recipe type in two revisions, with recipes of January 2016 of the first. */
async function typeWithRecipes(name: string, recipes: number): Promise<TestType> {
  const type = await makeType(database(), "parse mask<parse old<mask", { name });
  await makeManyRecipes(database(), type, recipes);
  return revise(database(), type, "parse mask=better-mask<parse report<mask");
}

describe("npm run batch -- validate", () => {
  it("says how many recipes of each revision a batch would re-process, and what becomes of their jobs", async () => {
    await typeWithRecipes("previewed", 3);
    const { code, stdout, stderr } = await batch("validate", "--recipe-type", "previewed", "--jobs", "parse", "--priority", "-5");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`previewed 1, recipes of all times; jobs that changed, and parse; priority -5
3 recipes would be re-processed.

Revision  Recipes             Jobs
       1        3  replaced   mask
                   new        report
                   run again  parse
                   removed    old
`);
    expect(await database().prisma.batch.count()).toBe(0);
  });

  it("warns of jobs that there are not, and exits with 1", async () => {
    await typeWithRecipes("misspelt", 1);
    const { code, stdout } = await batch("validate", "--recipe-type", "misspelt", "--jobs", "parse,prase");
    expect(code).toBe(1);
    expect(stdout).toContain('\nWarning: No matched revision of misspelt 1 has a job named "prase"\n');
  });

  it("says why nothing is matched, and what to do about it", async () => {
    const type = await makeType(database(), "parse", { name: "current" });
    await makeRecipe(database(), type);
    await makeRecipe(database(), type);
    const hint = "Recipes of the current revision are matched only where --all-jobs or --jobs says that jobs are to run again.";
    const { code, stdout } = await batch("validate", "--recipe-type", "current");
    expect(code).toBe(0);
    expect(stdout).toContain(
      `Warning: The batch matches no recipe: all 2 recipes that it could match are of the current revision, 1, and no job is to run again\n${hint}\n`,
    );
    expect((await batch("validate", "--recipe-type", "current", "--all-jobs", "--to", "2000-01-01")).stdout).not.toContain(hint);
  });

  it("takes a range of days, the last one to its end, or of times, and says what it is of", async () => {
    const type = await makeType(database(), "parse", { name: "dated" });
    await makeRecipe(database(), type, { created: "2016-01-31T23:59:59.999999Z" });
    await makeRecipe(database(), type, { created: "2016-02-01T00:00:00Z" });
    const validate = async (...args: string[]) => {
      const { stdout } = await batch("validate", "--recipe-type", "dated", "--all-jobs", ...args);
      return stdout.split("\n").slice(0, 2);
    };
    expect(await validate("--from", "2016-01-31", "--to", "2016-01-31")).toEqual([
      "dated 1, recipes created from 2016-01-31 00:00:00Z to 2016-01-31 23:59:59.999999Z; all jobs",
      "1 recipe would be re-processed.",
    ]);
    expect((await validate("--from", "2016-02-01T01:00:00+01:00"))[1]).toBe("1 recipe would be re-processed.");
    expect((await validate("--to", "2016-02-01", "--by-data-time"))[0]).toContain("recipes whose data is to 2016-02-01 23:59:59.999999Z");
  });

  it("says why recipes would fail", async () => {
    const type = await typeWithRecipes("inactive", 1);
    await database().prisma.recipeType.update({ where: { id: type.id }, data: { isActive: false } });
    const { code, stdout } = await batch("validate", "--recipe-type", "inactive");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +1 +1 {2}will fail {2}The recipe type is not active$/m);
    expect(stdout).toContain("Warning: The recipe type inactive 1 is not active: every recipe will fail");
  });

  it("gives the preview as one JSON document", async () => {
    await typeWithRecipes("previewed-json", 2);
    const { code, stdout } = await batch("validate", "--recipe-type", "previewed-json", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, recipeCount: 2, plan: [{ revisionNum: 1 }], planToken: expect.any(String) });
  });

  it("names the options that the gateway refuses, for programs the fields, and exits with 1", async () => {
    await makeType(database(), "parse", { name: "strict" });
    const args = ["validate", "--recipe-type", "strict", "--title", "x".repeat(51)];
    expect(await batch(...args)).toEqual({ code: 1, stdout: "", stderr: "error: --title: must be at most 50 characters\n" });
    const { code, stdout } = await batch(...args, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ errors: [{ code: "INVALID", path: ["title"], message: "must be at most 50 characters" }] });
  });

  it("finds a recipe type by id, by global id, and by a name that holds an @; one of several versions must be named", async () => {
    const type = await makeType(database(), "parse", { name: "at@home" });
    const find = async (text: string) => (await batch("validate", "--recipe-type", text)).stdout.split(",")[0];
    expect(await find("at@home")).toBe("at@home 1");
    expect(await find("at@home@1")).toBe("at@home 1");
    expect(await find(String(type.id))).toBe("at@home 1");
    expect(await find(Buffer.from(`RecipeType:${type.id}`).toString("base64url"))).toBe("at@home 1");
    await makeType(database(), "parse", { name: "at@home", version: "2" });
    const { code, stderr } = await batch("validate", "--recipe-type", "at@home");
    expect(code).toBe(1);
    expect(stderr).toBe('error: --recipe-type: "at@home" has several versions, name one of at@home@1, at@home@2\n');
    expect((await batch("validate", "--recipe-type", "at@home@3")).stderr).toBe(
      'error: --recipe-type: there is no recipe type "at@home@3", but at@home@1, at@home@2\n',
    );
  });
});

describe("npm run batch -- create", () => {
  it("shows the preview and creates just that batch", async () => {
    const type = await typeWithRecipes("created", 2);
    const { code, stdout } = await batch("create", "--recipe-type", "created", "--title", "Anew", "--description", "For Bob", "--yes");
    expect(code).toBe(0);
    const { id, ...row } = await database().prisma.batch.findFirstOrThrow({ where: { recipeTypeId: type.id } });
    expect(row).toMatchObject({ title: "Anew", description: "For Bob", status: "SUBMITTED", totalCount: 2 });
    expect(stdout).toContain('"Anew": created 1, recipes of all times; jobs that changed\n2 recipes would be re-processed.\n');
    expect(stdout).toContain(`\nCreated batch ${id}.\nTo watch it: npm run batch -- watch ${id}\n`);
  });

  it("gives the batch with its preview as one JSON document", async () => {
    await typeWithRecipes("created-json", 2);
    const { code, stdout } = await batch("create", "--recipe-type", "created-json", "--yes", "--json");
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ batch: { status: "SUBMITTED", title: null }, replayed: false, preview: { recipeCount: 2 } });
  });

  it("creates one batch only for an idempotency key, and refuses another batch for it", async () => {
    const type = await typeWithRecipes("once", 1);
    const args = ["create", "--recipe-type", "once", "--yes", "--idempotency-key", "k"];
    await batch(...args);
    const again = await batch(...args);
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/^Batch \d+ had been created with this key before. It is SUBMITTED.$/m);
    const other = await batch(...args, "--all-jobs");
    expect(other.code).toBe(1);
    expect(other.stderr).toBe("error: --idempotency-key: was used before with another input\n");
    expect(await batchCount(type)).toBe(1);
  });

  it("creates nothing where something else would be done than was shown", async () => {
    const type = await makeType(database(), "parse", { name: "moved" });
    await makeManyRecipes(database(), type, 2);
    const url = await beforeCreation(async () => {
      await makeRecipe(database(), type);
      return "pass";
    });
    const { code, stderr } = await batchCommand(["create", "--recipe-type", "moved", "--all-jobs", "--yes", "--url", url]);
    expect(code).toBe(1);
    expect(stderr).toContain("error: The preview shows a plan that has changed: 2 recipes were matched and 3 are now.");
    expect(await batchCount(type)).toBe(0);
  });

  it("says that it does not know where the gateway goes away while it creates", async () => {
    await typeWithRecipes("dropped", 1);
    const url = await beforeCreation(async () => "drop");
    const args = ["create", "--recipe-type", "dropped", "--yes", "--url", url];
    const { code, stderr } = await batchCommand(args);
    expect(code).toBe(3);
    expect(stderr).toContain("Whether the batch was created is not known: npm run batch -- list tells.");
    expect((await batchCommand([...args, "--idempotency-key", "x"])).stderr).toContain("with the same --idempotency-key you can safely");
  });

  it("refuses jobs that there are not, and creates nothing", async () => {
    const type = await typeWithRecipes("misspelt-too", 1);
    expect(await batch("create", "--recipe-type", "misspelt-too", "--jobs", "prase", "--yes")).toEqual({
      code: 1,
      stdout: "",
      stderr: 'error: --jobs: No matched revision of misspelt-too 1 has a job named "prase"\n',
    });
    expect(await batchCount(type)).toBe(0);
  });

  it("refuses what can't be created before it asks", async () => {
    expect(await batch("create", "--recipe-type", "nothing", "--yes")).toEqual({
      code: 1,
      stdout: "",
      stderr: 'error: --recipe-type: there is no recipe type "nothing"\n',
    });
  });
});
