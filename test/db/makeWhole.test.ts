import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { exists, makeWhole } from "../../src/db/embedded/makeWhole.js";

it("Where a directory is made many times at once, nobody takes another's workshop for one that was left behind", async () => {
  const directory = await mkdtemp(path.join(tmpdir(), "batch-gateway-whole-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  for (let round = 0; round < 10; round++) {
    const place = path.join(directory, `place ${round}`);
    const file = path.join(place, "file");
    const make = async (workshop: string) => {
      await writeFile(path.join(workshop, "file"), "whole");
      return workshop;
    };
    await Promise.all(Array.from({ length: 50 }, () => makeWhole(place, () => exists(file), make)));
    expect(await readFile(file, "utf8")).toBe("whole");
  }
});
