import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { openDatabase } from "../../../src/db/database.js";
import { startGateway } from "../serverProcess.js";
/** The databases of the benchmark's server. */
export class Databases {
    serverUrl;
    fresh;
    note;
    ready = new Map();
    constructor(serverUrl, fresh, note) {
        this.serverUrl = serverUrl;
        this.fresh = fresh;
        this.note = note;
    }
    /** Makes a dataset, or finds it as an earlier run has left it. Nobody writes to it. @returns its URL */
    async use(dataset) {
        const url = this.ready.get(dataset.name) ?? this.prepare(dataset);
        this.ready.set(dataset.name, url);
        return url;
    }
    /** A copy of a dataset to write to. */
    async copy(dataset, name) {
        await this.use(dataset);
        await this.drop(name);
        // Copying the files writes everything out first, so every copy starts alike.
        await this.run(`CREATE DATABASE ${name} TEMPLATE ${dataset.name} STRATEGY FILE_COPY`);
        return this.url(name);
    }
    drop = (name) => this.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    async version() {
        const [row] = await this.run("SHOW server_version");
        return String(row?.server_version);
    }
    async prepare({ name, fill }) {
        const mark = await fingerprint();
        const [found] = await this.run("SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = $1", [name]);
        if (found?.mark === mark && !this.fresh)
            return this.url(name);
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
        }
        finally {
            await database.close();
        }
        await this.run(`COMMENT ON DATABASE ${name} IS '${mark}'`);
        this.note(`… in ${Math.round((performance.now() - start) / 1000)} s`);
        return this.url(name);
    }
    url(name) {
        const url = new URL(this.serverUrl);
        url.pathname = `/${name}`;
        return url.href;
    }
    async run(sql, values = []) {
        const client = new pg.Client(this.serverUrl);
        await client.connect();
        try {
            return (await client.query(sql, [...values])).rows;
        }
        finally {
            await client.end();
        }
    }
}
/** Of everything that datasets are made by, the migrations and this directory: when it changes, they are made anew. */
async function fingerprint() {
    const hash = createHash("sha256");
    for (const directory of [path.resolve("prisma/migrations"), import.meta.dirname]) {
        const files = (await readdir(directory, { recursive: true })).filter((name) => /\.(sql|js)$/.test(name)).sort();
        for (const file of files)
            hash.update(await readFile(path.join(directory, file)));
    }
    return hash.digest("hex");
}
