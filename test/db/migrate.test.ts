import { describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrate.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();

/** A database whose server says that it is of some version, and what it was asked. */
function ofVersion(server_version_num: string): { server: Database; statements: string[]; released: unknown[] } {
  const [statements, released]: [string[], unknown[]] = [[], []];
  const client = {
    query: async (text: string) => {
      statements.push(text);
      return { rows: [{ server_version_num }] };
    },
    release: (destroy: unknown) => released.push(destroy),
  };
  return { server: { ...database(), pool: { connect: async () => client } } as unknown as Database, statements, released };
}

describe("migrate", () => {
  it("finds nothing to do in a database that is migrated", async () => {
    expect(await migrate(database())).toEqual([]);
  });

  it.each([
    ["140012", "14.12"],
    ["100001", "10.1"],
  ])("refuses a PostgreSQL older than 15, having done nothing: %s is %s", async (number, version) => {
    const { server, statements, released } = ofVersion(number);
    await expect(migrate(server)).rejects.toThrow(`PostgreSQL 15 or newer is needed: the server of DATABASE_URL is ${version}`);
    expect(statements).toEqual(["SHOW server_version_num"]);
    expect(released).toEqual([true]);
  });
});
