import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { batchCommand } from "./batchCommand.js";

/** A server that gives every request the same answer. @returns its URL, after `end` that of nothing */
async function serve(status: number, body: string): Promise<{ url: string; end(): Promise<unknown> }> {
  const server = createServer((_, response) => response.writeHead(status, { "content-type": "text/html" }).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, end: () => new Promise((resolve) => server.close(resolve)) };
}

describe("npm run batch, used wrongly,", () => {
  it.each([
    [["list", "--status", "DONE"], "'--status <STATUS,...>' argument 'DONE' is invalid"],
    [["list", "--limit", "0"], "'--limit <N>' argument '0' is invalid. It must be an integer from 1 to 1000."],
    [["list", "--order", "-age"], "'--order <FIELD,...>' argument '-age' is invalid. It must be of id, title, status,"],
    [["list", "--url", "localhost"], "'--url <URL>' argument 'localhost' is invalid"],
    [["list", "--url", "http://me:secret@localhost/"], "It must not hold a user name or a password."],
    [["list", "--colour"], "unknown option '--colour'"],
    [["show"], "missing required argument 'ID'"],
    [["show", "1", "2"], "too many arguments"],
    [["show", "1", "--failures", "many"], "'--failures <N>' argument 'many' is invalid"],
    [["destroy", "1"], "unknown command 'destroy'"],
    [["validate"], "required option '--recipe-type <TYPE>' not specified"],
    [["validate", "--recipe-type", "a", "--from", "2016-02-31"], "'--from <TIME>' argument '2016-02-31' is invalid"],
    [["validate", "--recipe-type", "a", "--to", "2016-01-31T12:00:00"], "It must be a day, 2016-01-31, or a time with a zone"],
    [["validate", "--recipe-type", "a", "--from", "2016-02-01", "--to", "2016-01-31"], "option '--from' must not be later than '--to'"],
    [["validate", "--recipe-type", "a", "--by-data-time"], "option '--by-data-time' needs '--from' or '--to'"],
    [["validate", "--recipe-type", "a", "--jobs", "a,"], "'--jobs <NAME,...>' argument 'a,' is invalid"],
    [["validate", "--recipe-type", "a", "--jobs", "a", "--all-jobs"], "option '--jobs' goes without '--all-jobs'"],
    [["validate", "--recipe-type", "a", "--priority", "1.5"], "'--priority <N>' argument '1.5' is invalid"],
    [["create", "--recipe-type", "a"], "option '--yes' is required where there is no terminal to ask at"],
    [["create", "--recipe-type", "a", "--json"], "option '--json' needs '--yes'"],
    [["watch", "1", "--patience", "-1"], "'--patience <SECONDS>' argument '-1' is invalid"],
  ])("names what is wrong and exits with 2: %j", async (args, message) => {
    const { code, stdout, stderr } = await batchCommand(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("shows its commands and exits with 2 where none is given", async () => {
    const { code, stdout, stderr } = await batchCommand([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Usage: npm run batch -- [options] [command]");
  });
});

describe("npm run batch -- --help", () => {
  it.each([
    ["--help"],
    ["list --help"],
    ["show --help"],
    ["validate --help"],
    ["create --help"],
    ["watch --help"],
    ["cancel --help"],
    ["pause --help"],
    ["resume --help"],
    ["retry --help"],
  ])("explains the options that all commands have, and the exit codes: %s", async (args) => {
    const { code, stdout } = await batchCommand(args.split(" "));
    expect(code).toBe(0);
    expect(stdout).toContain("--url <URL>");
    expect(stdout).toContain("--json");
    expect(stdout).toContain("3  the gateway can't be reached");
  });
});

describe("BATCH_URL", () => {
  it("names the gateway, unless --url does", async () => {
    const [meant, other] = [await serve(404, ""), await serve(500, "")];
    const asked = async (...args: string[]) =>
      (await batchCommand(["list", ...args], undefined, { BATCH_URL: new URL(meant.url).origin })).stderr;
    expect(await asked()).toContain(`The gateway can't be reached at ${meant.url}: what is there does not speak GraphQL (404`);
    expect(await asked("--url", other.url)).toContain(`The gateway can't be reached at ${other.url}: `);
    await Promise.all([meant.end(), other.end()]);
  });

  it("is named where it is wrong", async () => {
    const { code, stderr } = await batchCommand(["list"], undefined, { BATCH_URL: "localhost" });
    expect(code).toBe(2);
    expect(stderr).toContain("'--url <URL>' value 'localhost' from env 'BATCH_URL' is invalid");
  });
});

describe("npm run batch, without a gateway,", () => {
  it.each([[["list"]], [["show", "1"]], [["validate", "--recipe-type", "a"]], [["watch", "1"]], [["cancel", "1"]]])(
    "says that it can't be reached, why, and exits with 3: %j",
    async (args) => {
      const { url, end } = await serve(200, "");
      await end();
      const { code, stdout, stderr } = await batchCommand([...args, "--url", new URL(url).origin]);
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(stderr).toContain(`error: The gateway can't be reached at ${url}: connect ECONNREFUSED`);
    },
  );

  it("tells programs so too", async () => {
    const { url, end } = await serve(200, "");
    await end();
    const { code, stdout } = await batchCommand(["list", "--json", "--url", url]);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ errors: [{ code: "UNREACHABLE" }] });
  });

  it.each([
    [404, "<h1>Not found</h1>", "what is there does not speak GraphQL (404 Not Found)"],
    [502, "", "what is there does not speak GraphQL (502 Bad Gateway)"],
    [200, '{"hello":"world"}', "what is there does not speak GraphQL (200 OK)"],
    [200, '{"data":null}', "it answers without data"],
  ])("does not take another server for one: %d %s", async (status, body, reason) => {
    const { url, end } = await serve(status, body);
    const { code, stderr } = await batchCommand(["list", "--url", url]);
    await end();
    expect(code).toBe(3);
    expect(stderr).toContain(reason);
  });
});
