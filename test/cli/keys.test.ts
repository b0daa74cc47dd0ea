import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";

const database = useDatabase();
const app = useApp(database, { identity: { oidc: null, apiKeys: true, proxyRoleHeader: null, defaultRole: null } });

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as it is built. */
const run = (command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
  new Promise((resolve) => {
    const script = fileURLToPath(new URL(`../../dist/cli/${command}.js`, import.meta.url));
    execFile(process.execPath, [script, ...args], { env: { PATH: process.env.PATH ?? "", ...env } }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

const keys = (...args: string[]) => run("keys", args, { DATABASE_URL: database().url });

let url: string;
beforeAll(async () => {
  url = `${await listen(app())}/graphql`;
});

describe("npm run keys", () => {
  it("creates a key, lists it without its secret, and revokes it", async () => {
    expect((await keys("list")).stdout).toBe("There are no keys.\n");
    const { code, stdout, stderr } = await keys("create", "--name", "nightly", "--role", "operator", "--expires", "2999-12-31");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^bg_[0-9a-f]{8}_[\w-]{43}\n$/)]);
    expect(stderr).toBe("The key of nightly works until 2999-12-31 23:59Z. It is not shown again.\n");
    const [prefix, secret] = [stdout.slice(0, 11), stdout.slice(12).trim()];
    const listed = (await keys("list")).stdout;
    expect(listed).toMatch(new RegExp(`^Key .*\\n${prefix}  nightly  OPERATOR  .*Z  2999-12-31 23:59Z  never\\n$`));
    expect(JSON.parse((await keys("list", "--json")).stdout)).toEqual([
      {
        prefix,
        name: "nightly",
        role: "OPERATOR",
        created: expect.any(String),
        expires: "2999-12-31T23:59:59.999Z",
        lastUsed: null,
        revoked: null,
      },
    ]);
    expect(listed).not.toContain(secret);
    expect(await keys("revoke", prefix)).toEqual({ code: 0, stdout: `${prefix} is revoked.\n`, stderr: "" });
    expect((await keys("list")).stdout).toContain("  revoked ");
    expect(await keys("revoke", "bg_00000000")).toEqual({ code: 1, stdout: "", stderr: "There is no key bg_00000000\n" });
  });

  it("gives nobody a name of the gateway's own", async () => {
    const { code, stderr } = await keys("create", "--name", "batch-gateway", "--role", "reader");
    expect([code, stderr]).toEqual([1, "name: is a name of the gateway's own\n"]);
  });

  it.each([
    [["create", "--name", "a"], "required option '--role <role>' not specified"],
    [["create", "--name", "a", "--role", "boss"], "Allowed choices are reader, worker, operator, admin"],
    [["create", "--name", "a", "--role", "reader", "--expires", "2016-01-01"], "It must be in the future"],
    [["create", "--name", "a", "--role", "reader", "--expires", "soon"], "It must be a day"],
    [["revoke"], "missing required argument 'prefix'"],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await keys(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("npm run batch", () => {
  it("sends the key that stands in the environment, or in a file", async () => {
    const key = (await keys("create", "--name", "ada", "--role", "reader", "--expires", "never")).stdout;
    const list = (args: string[], env: Record<string, string> = {}) => run("batch", ["list", "--json", "--url", url, ...args], env);
    expect((await list([], { BATCH_GATEWAY_TOKEN: key })).stdout).toContain('"totalCount": 0');
    const folder = await mkdtemp(path.join(tmpdir(), "batch-gateway-keys-test-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, "key");
    await writeFile(file, key);
    expect((await list(["--token-file", file])).stdout).toContain('"totalCount": 0');
    const refused = await list([]);
    expect([refused.code, refused.stderr]).toEqual([1, "error: Send an API key, as Authorization: Bearer …\n"]);
    expect((await list(["--token-file", path.join(folder, "none")])).stderr).toContain("There is no such file");
  });

  it("says where there should be a token and is none, and shows nothing of what stands there", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "batch-gateway-keys-test-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, "key");
    await writeFile(file, "bg_secret\nbg_other\n");
    const inFile = ["--url", url, "--token-file", file];
    const message = (place: string) => `error: ${place} must hold one token or API key, and nothing else\n`;
    const refused = { code: 1, stdout: "", stderr: message(file) };
    expect(await run("batch", ["list", ...inFile])).toEqual(refused);
    expect(await run("batch", ["watch", "1", ...inFile])).toEqual(refused);
    expect((await run("work", ["--sample", ...inFile])).stderr).toBe(refused.stderr);
    const fromEnvironment = await run("batch", ["list", "--url", url], { BATCH_GATEWAY_TOKEN: "Bearer bg_secret" });
    expect(fromEnvironment.stderr).toBe(message("BATCH_GATEWAY_TOKEN"));
    // A folder is there, and can't be read.
    const unread = await run("work", ["--sample", "--url", url, "--token-file", folder]);
    expect([unread.code, unread.stderr]).toEqual([1, `error: The token can't be read from ${folder}: EISDIR\n`]);
  });
});

describe("npm run work", () => {
  it("says that it is not let in", async () => {
    const { code, stderr } = await run("work", ["--sample", "--url", url], { BATCH_GATEWAY_TOKEN: "bg_00000000_" });
    expect([code, stderr]).toEqual([1, "error: The API key is cut off or misspelled\n"]);
  });
});
