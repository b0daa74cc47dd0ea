import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Outcome, run, useGateway } from "./cli/batchCommand.js";
import { makeManyRecipes, makeType, revise } from "./support/catalogue.js";
import { useDatabase } from "./support/database.js";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) console.warn("The example in Python is not run: there is no python3");

const database = useDatabase();
const gateway = useGateway(database, { role: "all" });

describe.each([
  { name: "JavaScript", program: process.execPath, file: "reprocess.mjs", isThere: true },
  { name: "Python", program: "python3", file: "reprocess.py", isThere: hasPython },
])("The example in $name", ({ program, file, isThere }) => {
  const script = path.resolve(import.meta.dirname, "../examples", file);
  const recipeType = `type-of-${file}`;
  const example = (...args: string[]): Promise<Outcome> => run(program, [script, ...args], { BATCH_URL: gateway().url });
  const batches = () => database().prisma.batch.findMany({ where: { recipeType: { name: recipeType } } });
  beforeAll(async () => {
    const type = await makeType(database(), "parse", { name: recipeType });
    await makeManyRecipes(database(), type, 3);
    await revise(database(), type, "parse report<parse");
  });

  it.skipIf(!isThere)("creates the batch that it has validated, once for a key, and follows it to its end", async () => {
    const first = await example(recipeType, "--to", "2100-01-01T00:00:00Z", "--key", file);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    const [batch, ...others] = await batches();
    expect([batch?.status, batch?.createdCount, batch?.title, others]).toEqual(["CREATED", 3, `By ${file}`, []]);
    const lines = first.stdout.trimEnd().split("\n");
    expect(lines.slice(0, 2)).toEqual(["3 recipes would be re-processed.", `Created batch ${batch?.id}.`]);
    expect(lines.at(-1)).toBe("CREATED: 3 made and 0 failed of 3");
    const again = await example(recipeType, "--to", "2100-01-01T00:00:00Z", "--key", file);
    expect(again.stdout).toContain(`\nBatch ${batch?.id} had been created with this key before.\nCREATED: 3 made and 0 failed of 3\n`);
    expect(await batches()).toHaveLength(1);
  });

  it.skipIf(!isThere)("hands on the gateway's warnings and refusals", async () => {
    const warned = await example(recipeType, "--to", "1999-01-01T00:00:00Z");
    expect(warned.stdout).toMatch(/^0 recipes would be re-processed\.\nWarning: The batch matches no recipe\nCreated batch \d+\.$/m);
    expect(warned.stdout).toContain("\nCREATED: 0 made and 0 failed of 0\n");
    const wrong = await example(recipeType, "--from", "yesterday");
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/^error: .*yesterday/);
    expect((await example("nothing")).stderr).toBe("error: There are 0 recipe types of the name nothing\n");
  });

  it.skipIf(!isThere)(
    "asks again while the gateway says that it can't answer at the moment, and hands on what refuses it before GraphQL",
    async () => {
      const error = (code: string) => ({ errors: [{ message: "away", extensions: { code } }] });
      const answers: [status: number, body: object][] = [
        [200, { data: null, ...error("SERVICE_UNAVAILABLE") }],
        [429, error("TOO_MANY_REQUESTS")],
        [403, { detail: "Not for you" }],
      ];
      const server = createServer((_request, response) => {
        const [status, body] = answers.shift() as (typeof answers)[0];
        response.writeHead(status).end(JSON.stringify(body));
      });
      await once(server.listen(0, "127.0.0.1"), "listening");
      const { port } = server.address() as AddressInfo;
      const { code, stderr } = await run(program, [script, recipeType], { BATCH_URL: `http://127.0.0.1:${port}` });
      server.closeAllConnections();
      server.close();
      expect([code, stderr, answers]).toEqual([1, "error: Not for you\n", []]);
    },
  );
});
