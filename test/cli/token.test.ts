import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createProgram } from "../../src/cli/batch/program.js";

it("The file of a token is that of one command line, and no other's in the process", async () => {
  const sent: (string | undefined)[] = [];
  const server = createServer(({ headers }, response) => {
    sent.push(headers.authorization);
    response.end(JSON.stringify({ errors: [{ message: "Enough" }] }));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const directory = await mkdtemp(path.join(tmpdir(), "token-"));
  onTestFinished(async () => {
    server.close();
    await rm(directory, { recursive: true });
  });
  await writeFile(path.join(directory, "token"), "bg_ada\n");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const list = (...options: string[]) =>
    expect(createProgram({ name: "batch", directory }).parseAsync(["list", "--url", url, ...options], { from: "user" })).rejects.toThrow(
      "Enough",
    );
  await list("--token-file", "token");
  await list();
  expect(sent).toEqual(["Bearer bg_ada", undefined]);
});
