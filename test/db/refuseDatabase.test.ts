import { describe, expect, it } from "vitest";
import { migrate } from "../../src/db/migrate.js";
import { refuseDatabase } from "../../src/db/refuseDatabase.js";
import { databaseUrl, useServerObjects } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";

const server = useServerObjects();

/** Expects that the database is refused, and that nothing was written to it. */
async function expectRefusal(url: string, message: string, admin = url): Promise<void> {
  await expect(migrate({ url })).rejects.toThrow(new Error(message));
  const made = "SELECT relname FROM pg_class WHERE relnamespace::regnamespace::text !~ '^(pg_|information_schema)'";
  expect(await server.run(admin, made)).toEqual([]);
}

const withParameter = (url: string, name: string, value: string): string => {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed.href;
};

const nameOf = (url: string): string => new URL(url).pathname.slice(1);
const userOf = (url: string): string => new URL(url).username;

const grant = "Grant it that (GRANT USAGE, CREATE ON SCHEMA …), or name another schema with the parameter schema.";

describe("A database that the gateway can't serve is refused, having written nothing:", () => {
  it.each([
    [140012, "14.12"],
    [100001, "10.1"],
  ])("older than PostgreSQL 15: %d is %s", async (version, said) => {
    const client = { query: async () => ({ rows: [{ version }] }) };
    await expect(refuseDatabase(client as never, "postgresql://localhost/x")).rejects.toThrow(
      new Error(`DATABASE_URL: the server is PostgreSQL ${said}.\nPostgreSQL 15 or newer is needed.`),
    );
  });

  it.each(["LATIN1", "SQL_ASCII"])("of the encoding %s", async (encoding) => {
    await expectRefusal(
      await server.emptyDatabase(`ENCODING '${encoding}' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0`),
      `DATABASE_URL: the database's encoding is ${encoding}, and UTF8 is needed.\n` +
        "Name another one, made with: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0",
    );
  });

  it("read-only", async () => {
    const url = await server.emptyDatabase();
    await server.run(url, `ALTER DATABASE ${nameOf(url)} SET default_transaction_read_only = on`);
    const remedy = "Reset default_transaction_read_only for the database and the role.";
    await expectRefusal(url, `DATABASE_URL: its sessions are read-only.\n${remedy}`);
  });

  const elsewhere = (own: string, parameter = own) =>
    `DATABASE_URL: the connection's search_path begins with the schema "${own}", where the gateway would look for its tables in "public".\n` +
    `Say which of them has the tables: add the parameter schema=${parameter} or schema=public to it.`;

  it("with a search_path of the role, the database or the URL that leads elsewhere", async () => {
    const url = await server.emptyDatabase();
    await server.run(url, `CREATE SCHEMA app; CREATE SCHEMA "Mine & yours"; GRANT USAGE ON SCHEMA "Mine & yours" TO PUBLIC`);
    await expectRefusal(withParameter(url, "options", "-c search_path=app,public"), elsewhere("app"), url);
    const role = await server.roleIn(url, `ALTER ROLE NAME SET search_path = "Mine & yours", public`);
    await expectRefusal(role, elsewhere("Mine & yours", "Mine%20%26%20yours"), url);
    await server.run(url, `ALTER DATABASE ${nameOf(url)} SET search_path = app`);
    await expectRefusal(url, elsewhere("app"));
  });

  it("where the role has a schema of its own name", async () => {
    const url = await server.emptyDatabase();
    const role = await server.roleIn(url, "CREATE SCHEMA NAME AUTHORIZATION NAME; GRANT CREATE ON SCHEMA public TO NAME");
    await expectRefusal(role, elsewhere(userOf(role)), url);
  });

  it("where the schema that the URL names is not there, and can't be made", async () => {
    const url = await server.emptyDatabase();
    const role = await server.roleIn(url);
    await expectRefusal(
      withParameter(role, "schema", "app"),
      `DATABASE_URL: there is no schema "app", and the role "${userOf(role)}" may not make one.\nMake it, or name another with the parameter schema.`,
      url,
    );
  });

  it("where the role may not use the schema", async () => {
    const url = await server.emptyDatabase();
    await server.run(url, "CREATE SCHEMA app");
    const role = await server.roleIn(url);
    await expectRefusal(
      withParameter(role, "schema", "app"),
      `DATABASE_URL: the role "${userOf(role)}" may not use the schema "app".\n${grant}`,
      url,
    );
  });

  it("where the role may not create tables in it", async () => {
    const url = await server.emptyDatabase();
    const role = await server.roleIn(url);
    const what = `the role "${userOf(role)}" may not create tables in the schema "public".`;
    await expectRefusal(role, `DATABASE_URL: ${what}\n${grant}`, url);
  });
});

it("What a role may not do with the tables is said at start in PostgreSQL's words", async () => {
  const url = await server.emptyDatabase();
  await migrate({ url });
  const role = await server.roleIn(url, "GRANT SELECT ON _prisma_migrations TO NAME; GRANT USAGE ON SCHEMA graphile_worker TO NAME");
  await server.run(url, `GRANT SELECT ON graphile_worker.migrations TO ${userOf(role)}`);
  const gateway = startGatewayOn(role);
  expect([await gateway.ended, gateway.output()]).toEqual([1, "permission denied for table job_type\n"]);
});

it("A database that is not there is PostgreSQL's to refuse", async () => {
  const url = databaseUrl(await server.emptyDatabase(), "no_such_database");
  await expect(migrate({ url })).rejects.toThrow('database "no_such_database" does not exist');
});
