import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { readMigrations } from "../../src/db/readMigrations.js";

/** The part of WebAssembly's JavaScript API that is used here; only TypeScript's browser library declares it. */
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

const prismaDirectory = new URL("../../prisma/", import.meta.url);

/** The text of schema.prisma. */
export const readSchema = (): Promise<string> => readFile(new URL("schema.prisma", prismaDirectory), "utf8");

/** The migrations in the form that the schema engine takes. */
export async function readMigrationList(): Promise<MigrationList> {
  const directories = (await readMigrations()).map(({ name, script }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: script } },
  }));
  const lockfile = await readFile(new URL("migrations/migration_lock.toml", prismaDirectory), "utf8");
  return {
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: lockfile },
    migrationDirectories: directories,
    shadowDbInitScript: "",
  };
}

/** Set once in a process, because the bindings keep what they know of the instance. */
let loading: ReturnType<typeof load> | undefined;

async function load(): Promise<typeof import("@prisma/schema-engine-wasm/schema_engine_bg")> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(await readFile(script.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

/**
 * Runs work on a database with Prisma's schema engine, as `prisma migrate` does. It is the WebAssembly build, which comes with a
 * package: the native one would have to be downloaded.
 */
export async function withSchemaEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loading ??= load();
  const { SchemaEngine } = await loading;
  const adapter = new ClosingAdapter({ connectionString: databaseUrl });
  const datamodels: [string, string][] = [["schema.prisma", await readSchema()]];
  const engine = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
  try {
    return await work(engine);
  } finally {
    engine.free();
    await adapter.close();
  }
}

/** The engine leaves its connections open. */
class ClosingAdapter extends PrismaPg {
  private readonly connected: Awaited<ReturnType<PrismaPg["connect"]>>[] = [];

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    this.connected.push(adapter);
    return adapter;
  }

  async close(): Promise<void> {
    await Promise.all(this.connected.map((adapter) => adapter.dispose()));
  }
}
