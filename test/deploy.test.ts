import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DCLinter } from "dclint";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { Service } from "kubernetes-models/v1/Service";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { readWorkConfig } from "../src/cli/work/config/readWorkConfig.js";
import { readConfig } from "../src/config.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string) => readFileSync(path.join(root, "deploy", file), "utf8");
const documented = new Set(
  [...readFileSync(path.join(root, "README.md"), "utf8").matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm)].flatMap(([, keys = ""]) =>
    keys.replaceAll("`", "").split(", "),
  ),
);

const dockerfile = read("Dockerfile").replaceAll("\\\n", " ");
const stages = dockerfile.split(/^FROM /m).slice(1);
const last = stages.at(-1) ?? "";
const imageEnv = Object.fromEntries(
  [...(/^ENV (.*)$/m.exec(last)?.[1] ?? "").matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key, value]),
);
const copied = [...last.matchAll(/^COPY (--from=\S+ )?(.+) (\S+)$/gm)];

/** The settings as a process gets them, with the image's. Those that are none of the gateway's fail the test. */
function settingsOf(env: Readonly<Record<string, string>>) {
  expect(Object.keys(env).filter((key) => !documented.has(key))).toEqual([]);
  return readConfig({ ...imageEnv, ...env });
}

/** A command of the image is a program of the build, and takes its options. */
function checkCommand([node, program = "", ...args]: readonly string[]): void {
  expect([node, existsSync(path.join(root, program))]).toEqual(["node", true]);
  const options = args.filter((arg) => arg.startsWith("--"));
  if (options.length === 0) return;
  const help = execFileSync(process.execPath, [path.join(root, program), "--help"], { encoding: "utf8" });
  for (const option of options) expect(help).toContain(option);
}

describe("The Dockerfile", () => {
  it("has a Node that the package takes, and is not run as root", () => {
    for (const [, base = ""] of dockerfile.matchAll(/^FROM (\S+)/gm)) {
      const release = /^node:(\d+)-/.exec(base)?.[1];
      expect(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).engines.node).toContain(`^${release}.`);
    }
    expect(last).toMatch(/^USER node$/m);
    expect(last.indexOf("USER node")).toBeGreaterThan(last.lastIndexOf("COPY"));
  });

  it("copies all files that the program reads, from where they are", () => {
    const sources = copied.flatMap(([, , from = ""]) => from.replaceAll("/build/", "").split(" "));
    for (const source of sources) expect([source, existsSync(path.join(root, source))]).toEqual([source, true]);
    const code = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/emitContracts|sampleScript/.test(file))
      .map((file) => readFileSync(path.join(root, "src", file), "utf8"));
    const needed = code.flatMap((text) =>
      [...text.matchAll(/new URL\("(?:\.\.\/)+([^"`]+)", import\.meta\.url\)/g)].map(([, file = ""]) => file),
    );
    expect(needed.length).toBeGreaterThan(3);
    for (const file of needed) expect(sources.filter((source) => file.startsWith(source))).not.toEqual([]);
    const ignored = read("Dockerfile.dockerignore").split("\n").filter(Boolean);
    const fromContext = copied.filter(([, from]) => !from).flatMap(([, , from = ""]) => from.split(" "));
    for (const file of fromContext) expect(ignored.filter((each) => file === each || file.startsWith(`${each}/`))).toEqual([]);
  });

  it("asks for health where it is answered, and starts the gateway", () => {
    const settings = readConfig({ ...imageEnv, API_KEYS: "1", DATABASE_URL: "postgresql://there/batches" });
    expect(/^EXPOSE (.*)$/m.exec(last)?.[1]).toBe(`${settings.port} ${settings.metricsPort}`);
    expect(last).toContain(`http://127.0.0.1:${settings.metricsPort}/healthz`);
    checkCommand(JSON.parse(/^CMD (.*)$/m.exec(last)?.[1] ?? ""));
  });
});

/** What the linter of compose files says. */
interface Finding {
  readonly category: string;
  readonly message: string;
}

interface ComposeService {
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly image?: string;
  readonly environment?: Record<string, string>;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Record<string, unknown>;
}

describe("The compose file", () => {
  const composeFile = path.join(root, "deploy/compose/compose.yaml");
  const text = readFileSync(composeFile, "utf8");
  const { services } = parse(text, { merge: true }) as { services: Record<string, ComposeService> };
  const ours = Object.entries(services).filter(([, { image }]) => image === "batch-gateway");

  it("is right for a linter", async () => {
    const linter = new DCLinter({
      rules: { "require-quotes-in-ports": [2, { quoteType: "double" }] },
      quiet: true,
      debug: false,
      exclude: [],
    });
    const results: readonly { readonly messages: readonly Finding[] }[] = await linter.lintFiles([composeFile], false);
    // What it says of the order of keys is a matter of taste.
    expect(results.flatMap(({ messages }) => messages.filter(({ category }) => category !== "style"))).toEqual([]);
  });

  it("has the processes that its settings make, which the code takes", () => {
    const roles = ours
      .filter(([, { environment }]) => environment)
      .map(([, { environment }]) => settingsOf(JSON.parse(JSON.stringify(environment).replaceAll(/\$\{\w+:\?\}/g, "secret"))).role);
    expect(roles.toSorted()).toEqual(["gateway", "gateway", "worker", "worker"]);
    const others = ours.filter(([, { environment }]) => !environment);
    expect(others).toHaveLength(2);
    for (const [, { command = [] }] of others) checkCommand(command);
  });

  it("leads to ports, files and services that there are", () => {
    const nginx = read("compose/nginx.conf");
    expect([...nginx.matchAll(/server (\S+):(\d+)/g)].map(([, name, port]) => [name, port])).toEqual([
      ["gateway-1", imageEnv.PORT],
      ["gateway-2", imageEnv.PORT],
    ]);
    const bouncer = read("compose/pgbouncer.ini");
    expect(text).toContain(`@pgbouncer:${/listen_port = (\d+)/.exec(bouncer)?.[1]}/batches`);
    expect(bouncer).toContain("pool_mode = session");
    expect(ours.map(([, { environment }]) => environment?.DATABASE_REPLICA_URL?.split("@")[1]).filter(Boolean)).toEqual([
      "standby:5432/batches",
      "standby:5432/batches",
    ]);
    for (const { volumes = [], depends_on = {} } of Object.values(services)) {
      for (const name of Object.keys(depends_on)) expect(services[name]).toBeDefined();
      const files = volumes.filter((volume) => volume.startsWith("./")).map((volume) => volume.split(":")[0] as string);
      for (const file of files) expect(statSync(path.join(root, "deploy/compose", file)).isFile()).toBe(true);
    }
  });
});

describe("The manifests for Kubernetes", () => {
  const kinds = { Deployment, PodDisruptionBudget, Namespace, Service };
  type Kind = keyof typeof kinds;
  const kustomization = parse(read("kubernetes/kustomization.yaml"));
  const manifests = (kustomization.resources as string[]).flatMap((file) =>
    parseAllDocuments(read(`kubernetes/${file}`)).map((document) => document.toJS() as { kind: Kind; metadata: { name: string } }),
  );
  const literals: string[] = kustomization.configMapGenerator[0].literals;
  const settings = Object.fromEntries(literals.map((line) => line.split("=")));
  // biome-ignore format: a line each
  const deployments = manifests.filter(({ kind }) => kind === "Deployment").map((manifest) => new Deployment(manifest as ConstructorParameters<typeof Deployment>[0]));

  it("are right by their schemas", () => {
    expect(manifests.map(({ kind }) => kind).toSorted()).toEqual([
      "Deployment",
      "Deployment",
      "Deployment",
      "Namespace",
      "PodDisruptionBudget",
      "PodDisruptionBudget",
      "Service",
    ]);
    for (const manifest of manifests) expect(() => new kinds[manifest.kind](manifest as never).validate()).not.toThrow();
  });

  it("have the settings, ports, paths and periods of the code", () => {
    const database = { DATABASE_URL: "postgresql://there/batches", DATABASE_REPLICA_URL: "postgresql://standby/batches" };
    const found = deployments.map(({ metadata, spec }) => {
      const pod = spec?.template.spec;
      const [container] = pod?.containers ?? [];
      if (!container || container.command) return checkCommand(container?.command ?? []);
      const own = Object.fromEntries((container.env ?? []).map(({ name, value = "" }) => [name, value]));
      const config = settingsOf({ ...settings, ...own, ...database });
      const ports = Object.fromEntries((container.ports ?? []).map(({ name, containerPort }) => [name, containerPort]));
      expect(ports).toEqual({ metrics: config.metricsPort, ...(config.role === "gateway" && { http: config.port }) });
      const { readinessProbe: ready, livenessProbe: live } = container;
      expect([live?.httpGet?.path, ready?.httpGet?.path]).toEqual(["/healthz", "/readyz"]);
      expect(config.drainSeconds).toBeGreaterThanOrEqual((ready?.periodSeconds ?? 0) * (ready?.failureThreshold ?? 0) + 2);
      expect(pod?.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(config.drainSeconds + 20);
      return `${metadata?.name} ${config.role}`;
    });
    expect(found.filter(Boolean)).toEqual(["gateway gateway", "expansion worker"]);
  });

  it("name what there is: files, labels, the image", () => {
    expect(kustomization.images[0].name).toBe("batch-gateway");
    expect(deployments.every(({ spec }) => spec?.template.spec?.containers[0]?.image === "batch-gateway")).toBe(true);
    for (const { spec } of deployments) expect(spec?.template.metadata?.labels).toMatchObject(spec?.selector.matchLabels ?? {});
    for (const file of kustomization.configMapGenerator[1].files) expect(existsSync(path.join(root, "deploy/kubernetes", file))).toBe(true);
  });
});

it.each(["compose", "kubernetes"])("The configuration of job workers for %s is one", (folder) => {
  expect(readWorkConfig(JSON.parse(read(`${folder}/work.json`)), "/etc/batch-gateway", "/bin").outputFolder).toBe("/products");
});
