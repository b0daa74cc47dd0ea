import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** The part of WebAssembly's JavaScript API that is used here; only TypeScript's browser library declares it. */
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/** The engine, and how to let go of it and of its connections, which it leaves open. */
export interface MigrationEngine {
  readonly engine: SchemaEngine;
  close(): Promise<void>;
}

/**
 * Prisma's schema engine, the WebAssembly build: the same migrations and `_prisma_migrations` table as `prisma migrate`,
 * without the native engine that Prisma's CLI downloads.
 * @param databaseUrl the database to work on
 * @param schema the text of schema.prisma
 */
export async function openMigrationEngine(databaseUrl: string, schema: string): Promise<MigrationEngine> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(await readFile(script.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const adapter = new MigrationAdapter(databaseUrl);
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  return {
    engine,
    close: async () => {
      engine.free();
      await adapter.close();
    },
  };
}

/**
 * Sends a script whole. PrismaPg cuts it at every semicolon, be it in a comment or in a function's body, and runs the pieces
 * apart; PostgreSQL itself knows where a statement ends, and runs a script in one transaction.
 */
class MigrationAdapter extends PrismaPg {
  private readonly connected: Awaited<ReturnType<PrismaPg["connect"]>>[] = [];

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    this.connected.push(adapter);
    adapter.executeScript = async (script) => void (await adapter.underlyingDriver().query(script));
    return adapter;
  }

  async close(): Promise<void> {
    await Promise.all(this.connected.map((adapter) => adapter.dispose()));
  }
}
