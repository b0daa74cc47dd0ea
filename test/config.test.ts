import { describe, expect, it } from "vitest";
import { readInvocation } from "../src/config/invocation.js";
import { ConfigError, readConfig } from "../src/config.js";

/** What is said of the settings, a line for each wrong one. */
function refusal(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    const [heading, ...lines] = (error as Error).message.split("\n");
    expect(heading).toBe("Wrong settings in the environment:");
    return lines.map((line) => line.trim());
  }
  throw new Error(`Nothing is wrong with ${JSON.stringify(env)}`);
}

describe("The settings", () => {
  it("have defaults", () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: "127.0.0.1",
      databaseUrl: null,
      replicaUrl: null,
      dataDir: null,
      logLevel: "info",
      role: "all",
      poolSize: 16,
      workerConcurrency: 2,
      identity: null,
      trustedProxies: [],
      allowedHosts: ["localhost", "127.0.0.1", "[::1]"],
      maxStreamsPerAddress: 100,
      maxOperationsPerConnection: 100,
      maxRequestSeconds: 30,
      maxRequestsPerSecondPerAddress: null,
      maxRequestsPerSecondPerActor: null,
      maxRecipesPerBatch: null,
      corsOrigins: [],
      suggestsToAnonymous: true,
      introspection: ["READER", "WORKER", "OPERATOR", "ADMIN"],
      graphiql: ["READER", "WORKER", "OPERATOR", "ADMIN"],
      trustedDocuments: null,
      freeDocuments: [],
      console: true,
      metricsPort: null,
      tracing: null,
      drainSeconds: 0,
      webhookNetworks: [],
      checksByRow: false,
      isRunByNpm: false,
    });
  });

  it("are read from the environment", () => {
    const env = {
      PORT: "0",
      HOST: "::",
      DATABASE_URL: "postgres://ada@db.example:5433/scale?sslmode=require",
      DATABASE_REPLICA_URL: "postgresql://standby/batches",
      DATA_DIR: "/var/lib/gateway",
      LOG_LEVEL: "silent",
      ROLE: "worker",
      POOL_SIZE: "67",
      WORKER_CONCURRENCY: "64",
      TRUSTED_PROXIES: " loopback, 10.0.0.0/8 ,192.0.2.1,2001:db8::/32,",
      ALLOWED_HOSTS: " Batches.example, 192.0.2.7,[2001:db8::7],",
      MAX_STREAMS_PER_ADDRESS: "2000",
      MAX_OPERATIONS_PER_CONNECTION: "7",
      MAX_REQUEST_SECONDS: "60",
      MAX_REQUESTS_PER_SECOND_PER_ADDRESS: "50",
      MAX_REQUESTS_PER_SECOND_PER_ACTOR: "20",
      MAX_RECIPES_PER_BATCH: "100000",
      INTROSPECTION: " ADMIN,OPERATOR",
      CONSOLE: "off",
      GRAPHIQL: "off",
      TRUSTED_DOCUMENTS: "/etc/documents",
      FREE_DOCUMENTS: "on",
      CORS_ORIGINS: "https://a.example, http://localhost:8080,",
      METRICS_PORT: "9464",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector.example:4318",
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      DRAIN_SECONDS: "30",
      WEBHOOK_ALLOWED_NETWORKS: "10.0.0.0/8, ::1/128",
      FOREIGN_KEY_CHECKS: "rows",
      npm_lifecycle_event: "start",
      OTHER: "is not looked at",
    };
    expect(readConfig(env)).toEqual({
      port: 0,
      host: "::",
      databaseUrl: env.DATABASE_URL,
      replicaUrl: env.DATABASE_REPLICA_URL,
      dataDir: env.DATA_DIR,
      logLevel: "silent",
      role: "worker",
      poolSize: 67,
      workerConcurrency: 64,
      identity: null,
      trustedProxies: ["loopback", "10.0.0.0/8", "192.0.2.1", "2001:db8::/32"],
      allowedHosts: ["localhost", "127.0.0.1", "[::1]", "batches.example", "192.0.2.7", "[2001:db8::7]"],
      maxStreamsPerAddress: 2000,
      maxOperationsPerConnection: 7,
      maxRequestSeconds: 60,
      maxRequestsPerSecondPerAddress: 50,
      maxRequestsPerSecondPerActor: 20,
      maxRecipesPerBatch: 100_000,
      corsOrigins: ["https://a.example", "http://localhost:8080"],
      suggestsToAnonymous: false,
      introspection: ["OPERATOR", "ADMIN"],
      graphiql: [],
      trustedDocuments: "/etc/documents",
      freeDocuments: ["READER", "WORKER", "OPERATOR", "ADMIN"],
      console: false,
      metricsPort: 9464,
      tracing: { protocol: "http/json" },
      drainSeconds: 30,
      webhookNetworks: ["10.0.0.0/8", "::1/128"],
      checksByRow: true,
      isRunByNpm: true,
    });
  });

  it.each([
    "postgresql://ada:secret@/scale?host=/run/postgresql",
    "postgresql://ada:secret@%2Frun%2Fpostgresql/scale",
    "POSTGRESQL://ada@db.example/scale",
    "Postgres://db.example/scale?schema=app",
    "postgresql:///scale",
    "socket:/run/postgresql?db=scale",
    "/run/postgresql scale",
  ])("have a DATABASE_URL of every form that pg takes: %s", (DATABASE_URL) => {
    expect(readConfig({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
  });

  it("that are empty are not set, where the README says what empty means", () => {
    const names = ["METRICS_PORT", "MAX_REQUESTS_PER_SECOND_PER_ADDRESS", "MAX_REQUESTS_PER_SECOND_PER_ACTOR", "MAX_RECIPES_PER_BATCH"];
    const others = [
      "TRUSTED_DOCUMENTS",
      "CORS_ORIGINS",
      "ALLOWED_HOSTS",
      "DATABASE_URL",
      "DATABASE_REPLICA_URL",
      "WEBHOOK_ALLOWED_NETWORKS",
    ];
    expect(readConfig(Object.fromEntries([...names, ...others].map((name) => [name, ""])))).toEqual(readConfig({}));
  });

  it("name a standby only of a server that they name, too", () => {
    const refused = ["DATABASE_REPLICA_URL: needs DATABASE_URL, whose standby it names"];
    expect(refusal({ DATABASE_REPLICA_URL: "postgresql://standby/batches" })).toEqual(refused);
    expect(refusal({ DATABASE_REPLICA_URL: "standby", DATABASE_URL: "postgresql://primary/batches" })).toEqual([
      "DATABASE_REPLICA_URL: must be a postgresql:// URL",
    ]);
  });

  it("have a METRICS_PORT of its own", () => {
    expect(refusal({ METRICS_PORT: "4000" })).toEqual(["METRICS_PORT: must be another port than PORT"]);
    expect(readConfig({ METRICS_PORT: "4000", ROLE: "worker" }).metricsPort).toBe(4000);
    expect(readConfig({ METRICS_PORT: "0", PORT: "0" }).metricsPort).toBe(0);
  });

  it("send no spans unless OpenTelemetry's variables say where to, and only in a form that there is", () => {
    const OTEL_EXPORTER_OTLP_ENDPOINT = "http://collector.example:4318";
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT }).tracing).toEqual({ protocol: "http/protobuf" });
    for (const off of [{ OTEL_SDK_DISABLED: "true" }, { OTEL_TRACES_EXPORTER: "none" }, { OTEL_EXPORTER_OTLP_ENDPOINT: "" }]) {
      expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT, ...off }).tracing).toBeNull();
    }
    expect(refusal({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" })).toEqual([
      "OTEL_EXPORTER_OTLP_PROTOCOL: must be one of http/protobuf, http/json",
    ]);
  });

  it("can't be changed", () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it.each([
    ["PORT", ["65536", "-1", "4e3", "0x10", "80.5", "", " ", "http"], /^PORT: must be an integer from 0 to 65535$/],
    ["HOST", ["", " "], /^HOST: must not be empty$/],
    ["DATABASE_URL", ["mysql://localhost/a", "localhost", "postgres:/a", " "], /^DATABASE_URL: must be a postgresql:\/\/ URL$/],
    [
      "DATABASE_URL",
      ["postgresql://localhost:99999/a", "postgresql://ada:%e9@localhost/a", "postgresql://h/d?sslrootcert=/no/such/file"],
      /^DATABASE_URL: must be a postgresql:\/\/ URL that can be read: (Invalid URL|URI malformed|ENOENT.*\/no\/such\/file')$/,
    ],
    ["METRICS_PORT", ["65536", "on", " "], /^METRICS_PORT: must be an integer from 0 to 65535$/],
    ["DRAIN_SECONDS", ["601", "-1", "5s", ""], /^DRAIN_SECONDS: must be an integer from 0 to 600$/],
    ["DATA_DIR", [""], /^DATA_DIR: must not be empty$/],
    ["LOG_LEVEL", ["loud", "INFO", ""], /^LOG_LEVEL: .*fatal,error,warn,info,debug,trace,silent/],
    ["ROLE", ["both", "Worker", ""], /^ROLE: .*all,gateway,worker/],
    ["POOL_SIZE", ["3", "501", "many", "-16", ""], /^POOL_SIZE: must be an integer from 4 to 500$/],
    ["WORKER_CONCURRENCY", ["0", "65", "1.5", ""], /^WORKER_CONCURRENCY: must be an integer from 1 to 64$/],
    [
      "TRUSTED_PROXIES",
      ["proxy.example", "10.0.0.0/33", "loopback;linklocal", "300.1.1.1"],
      /^TRUSTED_PROXIES: must be addresses, .* not so of /,
    ],
    [
      "ALLOWED_HOSTS",
      ["a b", "batches.example:4000", "http://batches.example", "*"],
      /^ALLOWED_HOSTS: must be hosts without ports, .* not so of /,
    ],
    ["MAX_OPERATIONS_PER_CONNECTION", ["0", "10001"], /^MAX_OPERATIONS_PER_CONNECTION: must be an integer from 1 to 10000$/],
    ["MAX_REQUEST_SECONDS", ["0", "0.5", "3601"], /^MAX_REQUEST_SECONDS: must be an integer from 1 to 3600$/],
    ["MAX_REQUESTS_PER_SECOND_PER_ADDRESS", ["0", "-1"], /^MAX_REQUESTS_PER_SECOND_PER_ADDRESS: must be an integer from 1 to 1000000$/],
    ["MAX_REQUESTS_PER_SECOND_PER_ACTOR", ["0", "x"], /^MAX_REQUESTS_PER_SECOND_PER_ACTOR: must be an integer from 1 to 1000000$/],
    ["MAX_RECIPES_PER_BATCH", ["0", "2147483648"], /^MAX_RECIPES_PER_BATCH: must be an integer from 1 to 2147483647$/],
    [
      "CORS_ORIGINS",
      ["*", "null", "a.example", "https://a.example/", "https://A.example", "https://a.example:443", "file:///x"],
      /^CORS_ORIGINS: must be origins such as https:\/\/batches\.example, which is not so of ./,
    ],
    ...["INTROSPECTION", "GRAPHIQL", "FREE_DOCUMENTS"].map(
      (key) =>
        [
          key,
          ["", "true", "OPERATOR,", "admin"],
          new RegExp(`^${key}: must be on, off, or roles among READER, WORKER, OPERATOR, ADMIN`),
        ] as const,
    ),
    ["CONSOLE", ["", "true", "ADMIN"], /^CONSOLE: must be on or off$/],
    ["TRUSTED_DOCUMENTS", [" "], /^TRUSTED_DOCUMENTS: must not be empty$/],
    [
      "WEBHOOK_ALLOWED_NETWORKS",
      ["10.0.0.0", "10.0.0.0/33", "loopback", "example.org/8"],
      /^WEBHOOK_ALLOWED_NETWORKS: must be networks, such as 10\.0\.0\.0\/8, .* not so of /,
    ],
    ["MAX_STREAMS_PER_ADDRESS", ["0", "many", ""], /^MAX_STREAMS_PER_ADDRESS: must be an integer from 1 to 1000000$/],
  ] as const)("name %s where it is wrong", (key, values, message) => {
    for (const value of values) {
      const lines = refusal({ [key]: value });
      expect(lines, value).toHaveLength(1);
      expect(lines[0], value).toMatch(message);
    }
  });

  it("name the wrong ones of several proxies", () => {
    const [line] = refusal({ TRUSTED_PROXIES: "loopback,foo,10.0.0.1,10.0.0.0/40" });
    expect(line).toMatch(/ foo, 10\.0\.0\.0\/40$/);
  });

  it("take the embedded database for an empty URL", () => {
    expect(readConfig({ DATABASE_URL: "" }).databaseUrl).toBeNull();
  });

  it("allow any host where no list is given and the address to listen on is not loopback", () => {
    const allowed = (HOST: string, ALLOWED_HOSTS = "") => readConfig({ HOST, ALLOWED_HOSTS, ALLOW_ANONYMOUS: "1" }).allowedHosts;
    for (const host of ["127.0.0.1", "localhost", "::1"]) expect(allowed(host), host).toEqual(["localhost", "127.0.0.1", "[::1]"]);
    expect(allowed("127.1.2.3")).toEqual(["localhost", "127.0.0.1", "[::1]", "127.1.2.3"]);
    for (const host of ["0.0.0.0", "::", "192.0.2.1"]) expect(allowed(host), host).toBeNull();
    expect(allowed("0.0.0.0", "batches.example")).toEqual(["localhost", "127.0.0.1", "[::1]", "batches.example"]);
  });

  it("take no proxies for an empty list", () => {
    expect(readConfig({ TRUSTED_PROXIES: "" }).trustedProxies).toEqual([]);
  });

  it("must leave connections besides those of the worker", () => {
    const message = "POOL_SIZE: must be at least WORKER_CONCURRENCY + 3, which is 17";
    expect(refusal({ POOL_SIZE: "16", WORKER_CONCURRENCY: "14" })).toEqual([message]);
    expect(refusal({ WORKER_CONCURRENCY: "14" })).toEqual([message]);
    expect(refusal({ POOL_SIZE: "4" })).toEqual(["POOL_SIZE: must be at least WORKER_CONCURRENCY + 3, which is 5"]);
    expect(readConfig({ POOL_SIZE: "17", WORKER_CONCURRENCY: "14" })).toMatchObject({ poolSize: 17, workerConcurrency: 14 });
  });

  it("need no connections for a worker that a gateway does not have", () => {
    expect(readConfig({ ROLE: "gateway", POOL_SIZE: "4", WORKER_CONCURRENCY: "64" })).toMatchObject({ poolSize: 4 });
  });

  it("are all named at once where several are wrong", () => {
    const env = { PORT: "x", HOST: "", DATABASE_URL: "x", DATA_DIR: "", LOG_LEVEL: "x", ROLE: "x", POOL_SIZE: "x" };
    const all = { ...env, WORKER_CONCURRENCY: "x", TRUSTED_PROXIES: "x" };
    expect(refusal(all).map((line) => line.split(":")[0])).toEqual(Object.keys(all));
    expect(refusal({ PORT: "x", POOL_SIZE: "4" }).map((line) => line.split(":")[0])).toEqual(["PORT", "POOL_SIZE"]);
  });
});

describe("How a command was started", () => {
  it("is told by npm: the person's directory, the words before the arguments, and the options that npm took", () => {
    const byNpm = readInvocation(
      "load",
      { npm_lifecycle_event: "load", INIT_CWD: "/users/ada", npm_config_all_jobs: "true" },
      "/gw/dist/cli/load.js",
    );
    expect(byNpm).toMatchObject({ directory: "/users/ada", name: "npm run load --" });
    expect(["all-jobs", "from"].map(byNpm.isKeptByNpm)).toEqual([true, false]);
  });

  it("is told by the program batch-gateway", () => {
    const byBin = readInvocation(
      "batch",
      { npm_lifecycle_event: "npx", INIT_CWD: "/users/ada", npm_config_json: "true" },
      "/gw/bin/batch-gateway.js",
    );
    expect(byBin).toMatchObject({ directory: "/users/ada", name: "npx batch-gateway batch" });
    expect(byBin.isKeptByNpm("json")).toBe(false);
  });

  it("is told by nobody where Node runs it, and not by what npm said of another script", () => {
    const directly = readInvocation(
      "load",
      { npm_lifecycle_event: "nightly", INIT_CWD: "/users/ada", npm_config_from: "x" },
      "/gw/dist/cli/load.js",
    );
    expect(directly).toMatchObject({ directory: process.cwd(), name: "npm run load --" });
    expect(directly.isKeptByNpm("from")).toBe(false);
  });
});
