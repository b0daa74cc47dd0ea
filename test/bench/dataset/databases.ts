import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { type Database, openDatabase } from "../../../src/db/database.js";
import { startGateway } from "../serverProcess.js";

/** A database that can be made. */
export interface Dataset {
  readonly name: string;
  fill(database: Database): Promise<void>;
}

/** The databases of the benchmark's server. */
export class Databases {
  private readonly ready = new Map<string, Promise<string>>();

  constructor(
    private readonly serverUrl: string,
    private readonly fresh: boolean,
    private readonly note: (text: string) => void,
  ) {}

  /** Makes a dataset, or finds it as an earlier run has left it. Nobody writes to it. @returns its URL */
  async use(dataset: Dataset): Promise<string> {
    const url = this.ready.get(dataset.name) ?? this.prepare(dataset);
    this.ready.set(dataset.name, url);
    return url;
  }

  /** A copy of a dataset to write to. */
  async copy(dataset: Dataset, name: string): Promise<string> {
    await this.use(dataset);
    await this.drop(name);
    // Copying the files writes everything out first, so every copy starts alike.
    await this.run(`CREATE DATABASE ${name} TEMPLATE ${dataset.name} STRATEGY FILE_COPY`);
    return this.url(name);
  }

  drop = (name: string): Promise<unknown> => this.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

  async version(): Promise<string> {
    const [row] = await this.run("SHOW server_version");
    return String(row?.server_version);
  }

  private async prepare({ name, fill }: Dataset): Promise<string> {
    const mark = await fingerprint();
    const [found] = await this.run("SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = $1", [name]);
    if (found?.mark === mark && !this.fresh) return this.url(name);
    this.note(`Making the database ${name} …`);
    const start = performance.now();
    await this.drop(name);
    await this.run(`CREATE DATABASE ${name}`);
    // The gateway migrates a database when it starts.
    await (await startGateway({ databaseUrl: this.url(name) })).stop();
    const database = openDatabase(this.url(name), 4);
    try {
      await fill(database);
      await database.pool.query("VACUUM ANALYZE");
    } finally {
      await database.close();
    }
    await this.run(`COMMENT ON DATABASE ${name} IS '${mark}'`);
    this.note(`… in ${Math.round((performance.now() - start) / 1000)} s`);
    return this.url(name);
  }

  private url(name: string): string {
    const url = new URL(this.serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  }

  private async run(sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new pg.Client(this.serverUrl);
    await client.connect();
    try {
      return (await client.query(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }
}

/** Of everything that datasets are made by, the migrations and this directory: when it changes, they are made anew. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const directory of [path.resolve("prisma/migrations"), import.meta.dirname]) {
    const files = (await readdir(directory, { recursive: true })).filter((name) => /\.(sql|js)$/.test(name)).sort();
    for (const file of files) hash.update(await readFile(path.join(directory, file)));
  }
  return hash.digest("hex");
}
